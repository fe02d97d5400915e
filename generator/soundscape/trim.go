package soundscape

// trims are the gains that make a soundscape equally loud in every scene: by
// whether it is gentle, by distance (0, ½, 1) and by character (0, ¼ … 1).
type trims [2][3][5]float32

// at returns the gain of a scene, in a straight line between those that were
// measured.
func (t *trims) at(distance, character, gentle float32) float32 {
	if t == nil {
		return 1
	}
	d, x := place(distance, len(t[0]))
	c, y := place(character, len(t[0][0]))
	plain := [2]float32{}
	for g := range t {
		near := mix(t[g][d][c], t[g][d][c+1], y)
		far := mix(t[g][d+1][c], t[g][d+1][c+1], y)
		plain[g] = mix(near, far, x)
	}
	return mix(plain[0], plain[1], gentle)
}

// place returns between which of points that are evenly spaced, and where
// between them, a number 0…1 lies.
func place(x float32, points int) (index int, rest float32) {
	x *= float32(points - 1)
	index = min(int(x), points-2)
	return index, x - float32(index)
}
