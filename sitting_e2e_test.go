//go:build e2e

package main

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"dulcet/generator/loudness"
)

// rate is that of the recording, in frames a second.
const rate = 48000

// TestSitting_TwoMinutes plays a two-minute sitting as a person would: the
// real program in a terminal, driven by keys, into a real sound server whose
// output is recorded. What was recorded must be music without a hole, and the
// sitting must be in the log.
func TestSitting_TwoMinutes(t *testing.T) {
	binary := filepath.Join(t.TempDir(), "dulcet")
	run(t, exec.Command("go", "build", "-o", binary, "."))
	server := startSoundServer(t)
	recording := server.record(t)
	data := t.TempDir()

	screen := startTerminal(t, server.env, binary+" play calm --minutes 2 --seed 7 --data "+data)
	screen.waitFor(t, "unwell", 10*time.Second)
	for _, keys := range [][]string{{"3", "Enter"}, {"Right", "Right", "Enter"}, {"8", "Left", "Enter"}, {"Enter"}} {
		screen.send(t, keys...)
	}
	screen.waitFor(t, "playing|meet", 5*time.Second)
	screen.waitFor(t, "and now", 3*time.Minute)
	screen.send(t, "6", "Enter", "5", "Enter", "3", "Enter")
	screen.waitFor(t, "saved", 10*time.Second)
	screen.send(t, "C-c")
	screen.waitForEnd(t, 10*time.Second)
	checkRecording(t, recording.stop(t))
	checkLog(t, binary, data)
}

// checkRecording looks for silence, clipping, holes and the lack of a key.
func checkRecording(t *testing.T, frames [][2]float64) {
	t.Helper()
	first, last := soundingRange(frames)
	if first < 0 {
		t.Fatal("the recording is silent")
	}
	seconds := float64(last-first) / rate
	t.Logf("sound for %.1f s", seconds)
	if seconds < 105 || seconds > 125 {
		t.Errorf("sound for %.1f s, want nearly all of 120 s", seconds)
	}
	music := frames[first : last+1]
	if at, run := longestZeroRun(music); run > 0.05*rate {
		t.Errorf("a hole of %.0f ms, %.2f s after the first sound", 1000*float64(run)/rate, float64(at)/rate)
	}
	meter := loudness.New(rate)
	meter.Add(music)
	t.Logf("%.1f LUFS, %.1f dBTP", meter.Integrated(), meter.TruePeak())
	if l := meter.Integrated(); l < -30 || l > -14 {
		t.Errorf("integrated loudness %.1f LUFS, want about -20", l)
	}
	if p := meter.TruePeak(); p > -0.9 {
		t.Errorf("true peak %.2f dBTP, want -1 at most", p)
	}
	inTune, between := semitoneEnergy(music)
	t.Logf("energy on the semitones %.1f times that between them", inTune/between)
	if inTune < 4*between {
		t.Error("the recording has no pitch: not music")
	}
}

// soundingRange returns the first and last frame above −60 dBFS, −1 if none.
func soundingRange(frames [][2]float64) (first, last int) {
	first = -1
	for i, f := range frames {
		if math.Abs(f[0]) > 1e-3 || math.Abs(f[1]) > 1e-3 {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last
}

// longestZeroRun returns where the longest run of exact zeros starts, and how
// many frames it has.
func longestZeroRun(frames [][2]float64) (at, longest int) {
	run := 0
	for i, f := range frames {
		if f != [2]float64{} {
			run = 0
			continue
		}
		run++
		if run > longest {
			at, longest = i-run+1, run
		}
	}
	return at, longest
}

// semitoneEnergy returns the mean energy at the tempered pitches from A2 to
// A5 and at the quarter tones between them.
func semitoneEnergy(frames [][2]float64) (on, between float64) {
	const window = rate / 2 // two seconds of it are 0.5 Hz apart, a quarter tone at A2 is 3 Hz
	for start := 0; start+4*window <= len(frames); start += 40 * window {
		part := frames[start : start+4*window]
		for quarter := range 72 {
			energy := goertzel(part, 110*math.Exp2(float64(quarter)/24))
			if quarter%2 == 0 {
				on += energy
			} else {
				between += energy
			}
		}
	}
	return on, between
}

// goertzel returns the energy of the mono sum at a frequency (Goertzel 1958),
// under a Hann window.
func goertzel(frames [][2]float64, hz float64) float64 {
	w := 2 * math.Pi * hz / rate
	c, s1, s2 := 2*math.Cos(w), 0.0, 0.0
	for i, f := range frames {
		hann := 0.5 - 0.5*math.Cos(2*math.Pi*float64(i)/float64(len(frames)))
		s1, s2 = hann*(f[0]+f[1])+c*s1-s2, s1
	}
	return s1*s1 + s2*s2 - c*s1*s2
}

// checkLog expects one sitting that landed, with both check-ins.
func checkLog(t *testing.T, binary, data string) {
	t.Helper()
	out, err := exec.Command(binary, "log", "--json", "--data", data).Output()
	if err != nil {
		t.Fatalf("log: %v", err)
	}
	kinds := map[string]int{}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		var record struct{ Kind, Goal, Ended string }
		if err := json.Unmarshal([]byte(line), &record); err != nil {
			t.Fatalf("log line %q: %v", line, err)
		}
		kinds[record.Kind]++
		if record.Kind == "sitting" && (record.Goal != "calm" || record.Ended != "landed") {
			t.Errorf("the log has %+v, want a calm sitting that landed", record)
		}
	}
	if kinds["sitting"] != 1 || kinds["checkin"] != 2 {
		t.Errorf("the log has %v, want one sitting and two check-ins:\n%s", kinds, out)
	}
}

// run runs a command to its end.
func run(t *testing.T, command *exec.Cmd) string {
	t.Helper()
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %v\n%s", command, err, out)
	}
	return string(out)
}

// soundServer is a PulseAudio server of this test's own, with a null sink.
type soundServer struct{ env []string }

func startSoundServer(t *testing.T) *soundServer {
	t.Helper()
	dir, err := os.MkdirTemp("", "dulcet-e2e") // short: it holds a socket
	if err != nil {
		t.Fatal(err)
	}
	socket := filepath.Join(dir, "pulse", "native")
	if err := os.MkdirAll(filepath.Dir(socket), 0o700); err != nil {
		t.Fatal(err)
	}
	server := &soundServer{env: append(os.Environ(), "XDG_RUNTIME_DIR="+dir, "HOME="+dir, "PULSE_SERVER=unix:"+socket)}
	// A sound server has priority on a desktop, and gets it here where it may.
	daemon := exec.Command("nice", "-n", "-10", "pulseaudio", "--daemonize=no", "--exit-idle-time=-1", "-n", "--log-level=error",
		"-L", "module-null-sink sink_name=dulcet rate=48000 format=float32le channels=2 norewinds=1",
		"-L", "module-native-protocol-unix auth-anonymous=1 socket="+socket)
	daemon.Env = server.env
	if err := daemon.Start(); err != nil {
		t.Fatalf("start pulseaudio: %v", err)
	}
	t.Cleanup(func() {
		_ = daemon.Process.Signal(syscall.SIGTERM)
		_ = daemon.Wait()
		_ = os.RemoveAll(dir)
	})
	for range 100 {
		info := exec.Command("pactl", "info")
		info.Env = server.env
		if info.Run() == nil {
			return server
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatal("pulseaudio does not answer")
	return nil
}

// recording is what the sink plays, on its way to a file.
type recording struct {
	parec *exec.Cmd
	path  string
}

func (s *soundServer) record(t *testing.T) *recording {
	t.Helper()
	r := &recording{path: filepath.Join(t.TempDir(), "sink.f32")}
	r.parec = exec.Command("parec", "-d", "dulcet.monitor", "--rate=48000", "--channels=2", "--format=float32le", "--raw", r.path)
	r.parec.Env = s.env
	if err := r.parec.Start(); err != nil {
		t.Fatalf("start parec: %v", err)
	}
	t.Cleanup(func() { _ = r.parec.Process.Kill() })
	return r
}

func (r *recording) stop(t *testing.T) [][2]float64 {
	t.Helper()
	_ = r.parec.Process.Signal(syscall.SIGINT)
	_ = r.parec.Wait()
	raw, err := os.ReadFile(r.path)
	if err != nil {
		t.Fatal(err)
	}
	frames := make([][2]float64, len(raw)/8)
	for i := range frames {
		for channel := range 2 {
			bits := binary.LittleEndian.Uint32(raw[8*i+4*channel:])
			frames[i][channel] = float64(math.Float32frombits(bits))
		}
	}
	return frames
}

// terminal is a tmux session with the program in it.
type terminal struct{ name string }

func startTerminal(t *testing.T, env []string, command string) *terminal {
	t.Helper()
	s := &terminal{name: fmt.Sprintf("dulcet-e2e-%d", os.Getpid())}
	start := exec.Command("tmux", "-L", s.name, "-f", "/dev/null", "new-session", "-d", "-s", "main", "-x", "80", "-y", "24", command)
	start.Env = env
	run(t, start)
	t.Cleanup(func() { _ = s.tmux("kill-server").Run() })
	return s
}

func (s *terminal) tmux(arguments ...string) *exec.Cmd {
	return exec.Command("tmux", append([]string{"-L", s.name}, arguments...)...)
}

func (s *terminal) send(t *testing.T, keys ...string) {
	t.Helper()
	for _, key := range keys {
		run(t, s.tmux("send-keys", "-t", "main", key))
		time.Sleep(100 * time.Millisecond)
	}
}

// text is what is on the screen; it is empty once the program has ended.
func (s *terminal) text() string {
	out, _ := s.tmux("capture-pane", "-t", "main", "-p").Output()
	return string(out)
}

func (s *terminal) waitFor(t *testing.T, words string, patience time.Duration) {
	t.Helper()
	deadline := time.Now().Add(patience)
	for time.Now().Before(deadline) {
		for _, word := range strings.Split(words, "|") {
			if strings.Contains(s.text(), word) {
				return
			}
		}
		time.Sleep(200 * time.Millisecond)
	}
	t.Fatalf("%q did not show up within %v; the screen:\n%s", words, patience, s.text())
}

func (s *terminal) waitForEnd(t *testing.T, patience time.Duration) {
	t.Helper()
	deadline := time.Now().Add(patience)
	for time.Now().Before(deadline) {
		if s.tmux("has-session", "-t", "main").Run() != nil {
			return
		}
		time.Sleep(200 * time.Millisecond)
	}
	t.Fatalf("the program did not end within %v; the screen:\n%s", patience, s.text())
}
