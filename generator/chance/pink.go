package chance

const (
	// pinkRows is the number of octaves of the 1/f sequence: correlations
	// reach over 2¹² events.
	pinkRows = 12
	// pinkDeviation is the standard deviation of the sum of the rows over
	// that of the result: √(pinkRows/3).
	pinkDeviation = 2
)

// Pink returns the value at index of a sequence whose power falls as 1/f, in
// steps of 1/4096 with standard deviation 4096 and never beyond ±6·4096. Long-range correlated
// deviations of timing are preferred to uncorrelated ones (Hennig et al.
// 2011, PLOS ONE 6:e26457), and 1/f sequences are heard as neither random nor
// dull (Voss & Clarke 1978, JASA 63:258).
//
// It is the method of Voss: a sum of rows, the k-th drawn anew every 2^k
// events. Each row starts somewhere else, so that not all change at once.
func (s Source) Pink(part uint32, index uint64, purpose uint32) int64 {
	sum := int64(0)
	for row := range uint64(pinkRows) {
		phase := s.At(part, row, purpose^0x50494e4b).Bits(int(row))
		epoch := (index + phase) >> row
		sum += s.At(part, epoch<<4|row, purpose).Between(-Scale, Scale)
	}
	return sum / pinkDeviation
}
