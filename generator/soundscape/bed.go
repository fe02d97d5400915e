package soundscape

import "dulcet/generator/dsp"

// pinkNoise fills out with pink noise whose sides correlate by 0.38: wide, and
// still whole in mono.
func pinkNoise(noise *[2]dsp.Noise, pink *[2]dsp.Pink, out *dsp.Stereo) {
	noise[0].Render(out.Left[:])
	noise[1].Render(out.Right[:])
	pink[0].Process(out.Left[:])
	pink[1].Process(out.Right[:])
	for i := range out.Left {
		a, b := out.Left[i], out.Right[i]
		out.Left[i], out.Right[i] = 0.98*a+0.196*b, 0.98*b+0.196*a
	}
}
