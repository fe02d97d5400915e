// Dulcet composes music for how you feel and plays it in the terminal.
package main

import (
	"os"

	"dulcet/ui/command"
)

func main() {
	os.Exit(command.Main())
}
