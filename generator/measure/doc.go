// Package measure listens to sound and says in numbers what it is like: how
// loud, how even, how wide, how bright, and whether anything in it is broken.
// The tests of what the generator promises and the doctor's report share it.
//
//	listener := measure.New(48000)
//	listener.Add(frames) // as often as there are more
//	result := listener.Result()
//
// A Listener takes frames as they come and keeps no history of them, so that
// its memory is the same after a minute and after a night. Add allocates
// nothing.
package measure
