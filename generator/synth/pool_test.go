package synth

import (
	"testing"

	"dulcet/generator/dsp"
)

// A clap sounds for some quanta after it is let go.
type clap struct{ left int }

func (c *clap) release()                {}
func (c *clap) quiet() bool             { return c.left <= 0 }
func (c *clap) level() float32          { return float32(c.left) }
func (c *clap) render(*dsp.Stereo, int) { c.left-- }

func TestRoster_Sounding_counts_the_voices_that_are_busy(t *testing.T) {
	for seed := range uint64(20) {
		p := newPool[clap](3)
		l := dsp.DrawLot(seed, 1)
		var out dsp.Bus
		for step := range 400 {
			for range int(4 * l.Unit() * l.Unit()) {
				p.take(Note{Frames: int64(300 * l.Unit())}).left = int(20 * l.Unit())
			}
			p.render(&out)
			busy := 0
			for i := range p.lives {
				if p.lives[i].busy {
					busy++
				}
			}
			if got := p.Sounding(); got != busy || p.playing() > p.limit {
				t.Fatalf("seed %d, step %d: Sounding() = %d, %d are busy, %d play", seed, step, got, busy, p.playing())
			}
		}
		for p.Sounding() > 0 {
			p.render(&out)
		}
	}
}
