package command

import (
	"encoding/binary"
	"net"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// accessibilityBus is a bus with nothing on it but the accessibility status, with
// this value or error. It returns its address.
func accessibilityBus(t *testing.T, reply func(to *dbus.Message) *dbus.Message) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "bus")
	listener, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go serveBus(conn, reply)
		}
	}()
	return "unix:path=" + path
}

// serveBus lets a client in and answers its calls.
func serveBus(conn net.Conn, reply func(to *dbus.Message) *dbus.Message) {
	defer func() { _ = conn.Close() }()
	for line := ""; !strings.HasPrefix(line, "BEGIN"); {
		var letter [1]byte
		for line = ""; !strings.HasSuffix(line, "\r\n"); line += string(letter[:]) {
			if _, err := conn.Read(letter[:]); err != nil {
				return
			}
		}
		switch line = strings.TrimLeft(line, "\x00"); {
		case strings.HasPrefix(line, "AUTH EXTERNAL"):
			_, _ = conn.Write([]byte("DATA\r\n"))
		case strings.HasPrefix(line, "DATA"):
			_, _ = conn.Write([]byte("OK 1234deadbeef\r\n"))
		case strings.HasPrefix(line, "AUTH"):
			_, _ = conn.Write([]byte("REJECTED EXTERNAL\r\n"))
		case strings.HasPrefix(line, "NEGOTIATE"):
			_, _ = conn.Write([]byte("ERROR\r\n"))
		}
	}
	for {
		call, err := dbus.DecodeMessage(conn)
		if err != nil {
			return
		}
		answer := reply(call)
		if call.Headers[dbus.FieldMember].Value() == "Hello" {
			answer = answered(":1.1")
		}
		if answer == nil {
			continue
		}
		answer.Headers[dbus.FieldReplySerial] = dbus.MakeVariant(call.Serial())
		if answer.EncodeTo(conn, binary.LittleEndian) != nil {
			return
		}
	}
}

// answered is the answer to a call.
func answered(value any) *dbus.Message {
	return &dbus.Message{
		Type: dbus.TypeMethodReply, Body: []any{value},
		Headers: map[dbus.HeaderField]dbus.Variant{dbus.FieldSignature: dbus.MakeVariant(dbus.SignatureOf(value))},
	}
}

func TestPlainHint_comesWhereTheDesktopKnowsOfAScreenReader(t *testing.T) {
	refused := &dbus.Message{
		Type:    dbus.TypeError,
		Headers: map[dbus.HeaderField]dbus.Variant{dbus.FieldErrorName: dbus.MakeVariant("org.freedesktop.DBus.Error.ServiceUnknown")},
	}
	for name, test := range map[string]struct {
		answer *dbus.Message
		want   bool
	}{
		"it is on":             {answered(dbus.MakeVariant(true)), true},
		"it is off":            {answered(dbus.MakeVariant(false)), false},
		"it is no truth value": {answered(dbus.MakeVariant("yes")), false},
		"nobody knows":         {refused, false},
		"nobody answers":       {nil, false},
	} {
		asked := make(chan bool, 1)
		t.Setenv("DBUS_SESSION_BUS_ADDRESS", accessibilityBus(t, func(to *dbus.Message) *dbus.Message {
			if len(to.Body) == 2 {
				asked <- to.Flags&dbus.FlagNoAutoStart != 0 && to.Body[0] == "org.a11y.Status" && to.Body[1] == "ScreenReaderEnabled"
			}
			return test.answer
		}))
		start := time.Now()
		if hint := plainHint(); (hint != "") != test.want || test.want && !strings.Contains(hint, "dulcet --plain") {
			t.Errorf("where %s the hint is %q", name, hint)
		}
		if took := time.Since(start); took > 20*screenReaderPatience {
			t.Errorf("where %s it takes %v", name, took)
		}
		select {
		case right := <-asked:
			if !right {
				t.Errorf("where %s something else was asked, or something would be started", name)
			}
		default:
			t.Errorf("where %s nothing was asked", name)
		}
	}
}

func TestPlainHint_isNotThereWithoutABus(t *testing.T) {
	for _, address := range []string{"", "unix:path=/nowhere/bus", "nonsense", "tcp:host=localhost,port=1"} {
		t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
		t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
		if hint := plainHint(); hint != "" {
			t.Errorf("with %q the hint is %q", address, hint)
		}
	}
}

func TestScreens_sayThatThereIsAPlainMode(t *testing.T) {
	t.Parallel()
	address := accessibilityBus(t, func(*dbus.Message) *dbus.Message { return answered(dbus.MakeVariant(true)) })
	r := startScreens(t, 80, 24, []string{"DBUS_SESSION_BUS_ADDRESS=" + address}, "--silent", "--data", filepath.Join(t.TempDir(), "data"))
	r.await(t, "a screen reader seems to be on: dulcet --plain speaks in sentences")
}
