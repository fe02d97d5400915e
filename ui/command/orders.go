package command

import (
	"bufio"
	"io"
	"os"

	"github.com/charmbracelet/x/term"
)

// announcement says that orders are taken.
const announcement = `type a word and Enter to steer: brighter, fuller, more rain, hold, home 23:10; "help" lists them all`

// longestOrder is the longest line that is read as one order, in bytes.
const longestOrder = 4096

// ordersFrom returns the lines of an input from which somebody may steer, or
// nil where nobody can: the input is neither a terminal nor a pipe.
func ordersFrom(in io.Reader) <-chan string {
	if in == nil {
		return nil
	}
	if file, ok := in.(*os.File); ok && !term.IsTerminal(file.Fd()) {
		about, err := file.Stat()
		if err != nil || about.Mode()&os.ModeNamedPipe == 0 {
			return nil
		}
	}
	ignoreBackgroundReads()
	orders := make(chan string)
	go func() {
		lines := bufio.NewReaderSize(in, longestOrder)
		for {
			line, more, err := lines.ReadLine()
			order := string(line)
			for more && err == nil { // nobody types so much: the rest is dropped
				_, more, err = lines.ReadLine()
			}
			if err != nil {
				return
			}
			orders <- order // nobody takes it after the end, and the process ends
		}
	}()
	return orders
}
