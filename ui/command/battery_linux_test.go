package command

import (
	"testing"
	"testing/fstest"
)

func TestDischarging_asksTheMachinesOwnBattery(t *testing.T) {
	supply := func(name string, fields ...string) fstest.MapFS {
		files := fstest.MapFS{}
		for i := 0; i < len(fields); i += 2 {
			files[name+"/"+fields[i]] = &fstest.MapFile{Data: []byte(fields[i+1] + "\n")}
		}
		return files
	}
	empty := supply("BAT0", "type", "Battery", "status", "Discharging")
	full := supply("BAT0", "type", "Battery", "status", "Full")
	plugged := supply("AC", "type", "Mains", "online", "1")
	unplugged := supply("AC", "type", "Mains", "online", "0")
	mouse := supply("hid", "type", "Battery", "status", "Discharging", "scope", "Device")
	for name, test := range map[string]struct {
		supplies []fstest.MapFS
		want     bool
	}{
		"nothing":                             {nil, false},
		"a desktop with a mouse":              {[]fstest.MapFS{plugged, mouse}, false},
		"a machine without a list, and mouse": {[]fstest.MapFS{mouse}, false},
		"unplugged":                           {[]fstest.MapFS{empty, unplugged, mouse}, true},
		"a battery alone":                     {[]fstest.MapFS{empty}, true},
		"plugged in":                          {[]fstest.MapFS{full, plugged}, false},
		"plugged in too weakly":               {[]fstest.MapFS{empty, plugged}, false},
	} {
		all := fstest.MapFS{}
		for _, files := range test.supplies {
			for path, file := range files {
				all[path] = file
			}
		}
		if got := discharging(all); got != test.want {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}
