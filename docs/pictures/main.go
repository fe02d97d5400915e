package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

func main() {
	folder := flag.String("out", "docs", "folder for the pictures")
	only := flag.String("only", "", "make only the pictures whose name contains this")
	flag.Parse()
	if err := makeAll(*folder, *only); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// A studio is where pictures are made.
type studio struct {
	binary string // of dulcet
	home   string // folder that is gone afterwards
	folder string // for the pictures
	zone   *time.Location
}

// atOnce is how many scenes play at the same time: most of them wait for music.
const atOnce = 4

// makeAll makes the pictures. A scene that fails does not keep the others from
// being made.
func makeAll(folder, only string) error {
	home, err := os.MkdirTemp("", "ada")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(home) }()
	s := studio{filepath.Join(home, "dulcet.exe"), home, folder, evening(time.Now())}
	build := exec.Command("go", "build", "-o", s.binary, "dulcet")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return fmt.Errorf("dulcet does not build: %w", err)
	}
	var (
		work    sync.WaitGroup
		mu      sync.Mutex // over failure and the output
		failure error
		free    = make(chan struct{}, atOnce)
	)
	for _, scene := range scenes() {
		if !strings.Contains(scene.name, only) {
			continue
		}
		work.Go(func() {
			free <- struct{}{}
			defer func() { <-free }()
			size, err := s.picture(scene)
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				failure = errors.Join(failure, fmt.Errorf("%s: %w", scene.name, err))
				return
			}
			fmt.Printf("%-12s %4d KB\n", scene.name, (size+1023)/1024)
		})
	}
	work.Wait()
	return failure
}

// picture plays one scene in a home of its own and writes its picture. It returns
// the size of the file in bytes.
func (s studio) picture(of scene) (size int, err error) {
	home := filepath.Join(s.home, of.name)
	data := filepath.Join(home, "dulcet")
	if !of.first {
		if err := fillJournal(data, time.Now().In(s.zone)); err != nil {
			return 0, err
		}
	}
	t, err := open(of.paper, s.binary, slices.Concat(of.arguments, []string{"--data", data}), []string{
		"HOME=" + home, "XDG_CONFIG_HOME=" + home, "XDG_DATA_HOME=" + home, "PATH=" + os.Getenv("PATH"),
		"TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8", "TZ=" + s.zone.String(),
	})
	if err != nil {
		return 0, err
	}
	defer t.close()
	for _, do := range of.steps {
		if err := do(t); err != nil {
			return 0, err
		}
	}
	drawing := draw(t.screen(), of.paper, of.about)
	return len(drawing), os.WriteFile(filepath.Join(s.folder, of.name+".svg"), []byte(drawing), 0o644)
}

// evening returns a zone in which it is past eight in the evening.
func evening(now time.Time) *time.Location {
	const hour = 20
	behind := now.UTC().Hour() - hour // such zones are named by how far they are behind
	if behind < -12 {
		behind += 24
	}
	zone, err := time.LoadLocation(fmt.Sprintf("Etc/GMT%+d", behind))
	if err != nil {
		return time.UTC // where the zones are not installed it is another hour
	}
	return zone
}
