package compose

import "dulcet/generator/chance"

// thread names who asks chance a question; each thread counts its own events.
type thread uint32

const (
	formThread thread = iota + 1
	harmonyThread
	melodyThread
	replyThread
	groundThread
	figureThread
	colourThread
	sceneryThread
	kitThread
	touchThread // timing and velocity
)

// question names what is asked, so that two questions about one event get
// answers of their own.
type question uint32

const (
	askTonic question = iota + 1
	askMeter
	askMode
	askKey
	askLength
	askMaterial
	askLead
	askFigure
	askReply
	askBass
	askPedal
	askChordLength
	askDegree
	askVariation
	askShape
	askSuspension
	askNotes
	askInterval
	askRhythm
	askRest
	askEntry
	askMotif
	askOperation
	askTaste
	askRotation
	askPitch
	askBell
	askBed
	askBedLevel
	askTime
	askLoudness
	askCadence
	askDrift
	askSwing
	askGesture
	askSilence
	askSustain
	askLow
	askCloud
	askBeside
	askDrums
	askHit
	askFill
	askBorrowing
	askPreparation
	askEbb
	askPassing
	askHocket
	askPartner
	askTurns
	askRenewal
)

// ask returns the answer of chance to a question about an event of a thread.
func (c *Composer) ask(t thread, event uint64, q question) chance.Draw {
	return c.chance.At(uint32(t), event, uint32(q))
}

// pair makes one event number of two.
func pair(a, b int) uint64 { return uint64(uint32(a))<<32 | uint64(uint32(b)) }
