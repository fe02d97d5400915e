package command

import (
	"github.com/spf13/cobra"

	"dulcet/player/output"
)

// speakerCommand is "dulcet speaker": the process that holds the sound
// device, started by the player and by nobody else.
func (p *program) speakerCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "speaker",
		Short:  "hold the sound device for another dulcet",
		Long:   "Plays the frames that come in on standard input. The player starts it; there is nothing in it for a person.",
		Args:   noArguments,
		Hidden: true,
		RunE:   func(*cobra.Command, []string) error { return output.RunSpeaker(p.stdin, p.stdout) },
	}
}
