package words

import (
	"math"
	"slices"

	"dulcet/journal"
)

// A measured word is one whose place on the circle of affect is known from
// people who were asked.
type measured struct {
	word             string
	valence, arousal float64 // −1…1
	says             string  // what the word speaks of: see place
}

// measuredWords are the words with a known place. The places are the angles of
// Russell (1980, Journal of Personality and Social Psychology 39:1161), and
// for words that he did not place, the Glasgow Norms (Scott, Keitel, Becirspahic,
// Yao and Sereno 2019, Behavior Research Methods 51:1258, licensed CC BY 4.0)
// fitted to his circle by the words that both have. The Norms' own arousal asks
// how exciting a word is, which puts "tense" below the middle.
//
// What each word speaks of is a design choice.
var measuredWords = [...]measured{
	{"calm", 0.72, -0.69, "vT"},
	{"relaxed", 0.74, -0.67, "vT"},
	{"at ease", 0.78, -0.63, "vT"},
	{"content", 0.80, -0.60, "Vt"},
	{"serene", 0.85, -0.52, "VT"},
	{"peaceful", 0.93, -0.86, "VT"},
	{"tranquil", 0.90, -1.00, "vT"},
	{"satisfied", 0.75, -0.66, "Vt"},
	{"comfortable", 0.85, -0.73, "VT"},
	{"safe", 0.89, -0.56, "vT"},
	{"cosy", 0.91, -0.33, "VT"},
	{"grateful", 0.74, -0.37, "Vt"},
	{"thankful", 0.85, -0.17, "Vt"},
	{"happy", 0.99, 0.14, "Vet"},
	{"pleased", 0.99, -0.12, "Vet"},
	{"glad", 0.98, -0.19, "Vet"},
	{"delighted", 0.91, 0.42, "Ve"},
	{"joyful", 0.94, 0.11, "Ve"},
	{"cheerful", 0.95, 0.02, "Ve"},
	{"hopeful", 0.82, 0.11, "Ve"},
	{"proud", 0.80, 0.10, "Ve"},
	{"confident", 0.89, 0.49, "Vet"},
	{"inspired", 0.92, 0.18, "Ve"},
	{"playful", 0.80, 0.74, "VE"},
	{"excited", 0.66, 0.75, "VE"},
	{"enthusiastic", 1.00, 0.83, "VE"},
	{"elated", 0.93, 0.20, "VE"},
	{"ecstatic", 1.00, 0.71, "VE"},
	{"eager", 0.62, 0.52, "VE"},
	{"lively", 0.83, 0.36, "VE"},
	{"alert", 0.31, 0.74, "E"},
	{"curious", 0.61, 0.43, "Ve"},
	{"determined", 0.80, 0.57, "VE"},
	{"loving", 1.00, 0.43, "V"},
	{"affectionate", 0.94, 0.55, "V"},
	{"tender", 0.70, -0.22, "Vt"},
	{"astonished", 0.35, 0.94, "vET"},
	{"tense", -0.05, 1.00, "T"},
	{"alarmed", -0.11, 0.99, "T"},
	{"afraid", -0.44, 0.90, "vT"},
	{"scared", -0.54, 0.75, "vT"},
	{"anxious", -0.54, 0.92, "vT"},
	{"nervous", -0.43, 0.55, "vT"},
	{"worried", -0.60, 0.50, "vT"},
	{"stressed", -0.75, 0.96, "vT"},
	{"panic", -0.65, 1.00, "VT"},
	{"angry", -0.16, 0.99, "vET"},
	{"furious", -0.79, 1.00, "VeT"},
	{"annoyed", -0.54, 0.84, "VT"},
	{"frustrated", -0.78, 0.63, "VT"},
	{"distressed", -0.74, 0.67, "VT"},
	{"upset", -0.74, 0.28, "VT"},
	{"jealous", -0.64, 0.92, "VT"},
	{"ashamed", -0.75, 0.33, "Vt"},
	{"guilty", -0.64, 0.94, "Vt"},
	{"disgusted", -0.71, 0.49, "Vt"},
	{"bitter", -0.58, 0.51, "Vt"},
	{"resentful", -0.72, 0.57, "Vt"},
	{"hurt", -0.65, 0.48, "Vt"},
	{"sad", -0.89, -0.46, "Vet"},
	{"gloomy", -0.87, -0.48, "Ve"},
	{"miserable", -0.99, -0.15, "Ve"},
	{"depressed", -0.87, -0.50, "VE"},
	{"lonely", -0.75, 0.04, "Ve"},
	{"empty", -0.42, -0.47, "Ve"},
	{"disappointed", -0.58, 0.01, "Ve"},
	{"helpless", -0.63, 0.22, "Vet"},
	{"insecure", -0.61, 0.08, "Vt"},
	{"moody", -0.54, 0.01, "V"},
	{"confused", -0.31, 0.06, "Vt"},
	{"bored", -0.47, -0.88, "Ve"},
	{"dull", -0.49, -0.94, "Ve"},
	{"weary", -0.35, -0.67, "vE"},
	{"tired", -0.04, -1.00, "E"},
	{"exhausted", -0.50, -0.26, "vE"},
	{"sleepy", 0.03, -1.00, "E"},
	{"droopy", -0.23, -0.97, "E"},
	{"indifferent", -0.04, -0.90, "Ve"},
	{"wistful", 0.24, -0.20, "Ve"},
	{"sentimental", 0.60, 0.00, "V"},
}

// offered are the words to pick from, by the corner of the circle in which
// they lie: tense, lively, low, easy (design choice).
var offered = [4][]string{
	{"tense", "anxious", "worried", "stressed", "frustrated", "angry", "scared"},
	{"happy", "hopeful", "excited", "inspired", "confident", "curious", "playful"},
	{"tired", "weary", "sad", "lonely", "empty", "bored", "gloomy"},
	{"calm", "content", "relaxed", "grateful", "safe", "cosy", "wistful"},
}

// Feelings returns the feeling words to pick from, by the corner of the circle
// of affect in which they lie: tense, lively, low and easy.
func Feelings() [4][]string {
	var corners [4][]string
	for i, corner := range offered {
		corners[i] = slices.Clone(corner)
	}
	return corners
}

// The dimensions of a place.
const (
	valence = iota
	energy
	tension
	dimensions
)

// A place is where a word stands in a mood, and how much it says of each of
// the three numbers.
type place struct {
	value  [dimensions]float64
	weight [dimensions]float64
}

// aside is the weight of what a word says only by its place on the circle,
// beside what it speaks of: "sad and tired" is as tired as "tired" says
// (design choice).
const aside = 0.25

// weights reads what a word speaks of: the letters V, E and T for valence,
// energy and tension; small ones for what it says only by its place. What has
// no letter it leaves open, so that "tired" and "tense" may both be true.
func weights(says string) (w [dimensions]float64) {
	for _, letter := range says {
		switch letter {
		case 'V':
			w[valence] = 1
		case 'v':
			w[valence] = aside
		case 'E':
			w[energy] = 1
		case 'e':
			w[energy] = aside
		case 'T':
			w[tension] = 1
		case 't':
			w[tension] = aside
		}
	}
	return w
}

// place turns valence and arousal into energy and tension, which are the same
// plane turned by 45° (Yik, Russell and Steiger 2011). What a word speaks of it
// says in full; what it says only by its place keeps its length in the turn.
func (m measured) place() place {
	p := place{
		value:  [dimensions]float64{m.valence, m.arousal + m.valence, m.arousal - m.valence},
		weight: weights(m.says),
	}
	for _, d := range [...]int{energy, tension} {
		if p.weight[d] < 1 {
			p.value[d] /= math.Sqrt2
		}
	}
	return p
}

// arousal is the mean of what is said of energy and tension.
func (p place) arousal() float64 {
	sum, said := 0.0, 0.0
	for _, d := range [...]int{energy, tension} {
		sum += p.weight[d] * clamp(p.value[d])
		said += p.weight[d]
	}
	if said == 0 {
		return 0
	}
	return sum / said
}

// A felt place is a place with how strongly it was said.
type felt struct {
	place
	radius float64 // 0…1; negative where it was denied
	share  float64 // how much it counts beside others
}

// moodOf is the mean of places on each dimension, by what the words speak of.
// What no word speaks of is absent.
func moodOf(said []felt) journal.Mood {
	var sum, total [dimensions]float64
	for _, f := range said {
		for d := range dimensions {
			w := f.weight[d] * f.share
			sum[d] += w * clamp(f.radius*f.value[d])
			total[d] += w
		}
	}
	var ratings [dimensions]journal.Rating
	for d := range dimensions {
		if total[d] > 0 {
			// Whole points, as the scales have them.
			ratings[d] = journal.Rated(math.Round(100*sum[d]/total[d]) / 100)
		}
	}
	return journal.Mood{Valence: ratings[valence], Energy: ratings[energy], Tension: ratings[tension]}
}

// MoodOf returns the mood that feeling words speak of, said in full: the mean
// of their places, with energy and tension from the words that speak of them.
// Words that are not known count for nothing; without a known one the mood is
// empty.
func MoodOf(feelings []string) journal.Mood {
	var said []felt
	for _, word := range feelings {
		if at, known := theLexicon().feeling(word); known {
			said = append(said, felt{place: at, radius: 1, share: 1})
		}
	}
	return moodOf(said)
}

func clamp(x float64) float64 { return max(-1, min(1, x)) }
