package ui

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	tea "charm.land/bubbletea/v2"

	"dulcet/journal"
)

// A saver writes to the journal, one thing after the other, in the order in
// which they were asked for. Bubble Tea drops the commands that still run when
// a program ends; what the saver has been given is written all the same.
type saver struct {
	journal Journal
	mu      sync.Mutex
	more    *sync.Cond
	jobs    []job
	closed  bool
	drafts  int           // that it has been given
	kept    int           // number of the one that the journal holds
	failure error         // of the last job that failed, drafts aside
	lost    error         // why the latest draft could not be written; nil once one has been, or none is needed
	done    chan struct{} // closed when everything has been written
}

// A job is one write. That of a draft can still be given a later draft while
// it waits.
type job struct {
	run    func() error
	draft  *journal.Draft
	number int        // of the draft, from one
	done   chan error // told the outcome, if somebody waits
}

// newSaver returns a saver at work.
func newSaver(j Journal) *saver {
	s := &saver{journal: j, done: make(chan struct{})}
	s.more = sync.NewCond(&s.mu)
	go s.work()
	return s
}

// savedMsg says that what the saver was given is durable, or why it is not.
type savedMsg struct {
	of  any // what the caller gave, to know it again
	err error
}

// save queues the job at once. The command that it returns waits until the job
// is done and says so with a savedMsg.
func (s *saver) save(of any, run func() error) tea.Cmd {
	return s.await(of, job{run: run})
}

// checkIn is the job of keeping a check-in. Its draft is cleared only when the
// check-in itself is durable.
func (s *saver) checkIn(checkIn journal.CheckIn, clearDraft func() error) func() error {
	return func() error {
		if err := s.journal.SaveCheckIn(checkIn); err != nil {
			return err
		}
		return clearDraft()
	}
}

// finish returns a command that waits until everything queued before it is
// done, and says with a savedMsg what nobody has been told of that failed.
func (s *saver) finish(of any) tea.Cmd { return s.await(of, job{}) }

func (s *saver) await(of any, j job) tea.Cmd {
	j.done = make(chan error, 1)
	s.add(j)
	return func() tea.Msg { return savedMsg{of: of, err: <-j.done} }
}

// draftSavedMsg says that a draft has been written, or why it has not.
type draftSavedMsg struct{ err error }

// saveDraft queues the draft. If the last job in the queue is an earlier
// draft, this one takes its place, so that a slow disk is given only the
// latest. The command that it returns waits for the outcome; it is nil where
// that of the earlier draft already does.
func (s *saver) saveDraft(draft journal.Draft) tea.Cmd {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.drafts++
	if last := len(s.jobs) - 1; last >= 0 && s.jobs[last].draft != nil {
		s.jobs[last].draft, s.jobs[last].number = &draft, s.drafts
		return nil
	}
	done := make(chan error, 1)
	s.jobs = append(s.jobs, job{draft: &draft, number: s.drafts, done: done})
	s.more.Signal()
	return func() tea.Msg { return draftSavedMsg{<-done} }
}

// joinDraft is the job of keeping a draft over one that nobody has read, whose
// words it takes along.
func (s *saver) joinDraft(draft journal.Draft) func() error {
	s.mu.Lock()
	s.drafts++
	number := s.drafts
	s.mu.Unlock()
	return func() error {
		if kept, found, err := s.journal.Draft(); err == nil && found {
			draft.Note, draft.Said = joinNotes(kept.Note, draft.Note), joinNotes(kept.Said, draft.Said)
			for _, word := range kept.Words {
				if !slices.Contains(draft.Words, word) {
					draft.Words = append(slices.Clone(draft.Words), word)
				}
			}
		}
		if err := s.journal.SaveDraft(draft); err != nil {
			return err
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		s.kept, s.lost = number, nil
		return nil
	}
}

// queue adds a write that nobody waits for.
func (s *saver) queue(run func() error) { s.add(job{run: run}) }

func (s *saver) add(j job) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.jobs = append(s.jobs, j)
	s.more.Signal()
}

// takeFailure returns the last failure that nobody has been told of and forgets
// it.
func (s *saver) takeFailure() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	failure := s.failure
	if failure == nil {
		failure = s.lost
	}
	s.failure, s.lost = nil, nil
	return failure
}

// draftClearer returns a part of a job that makes durable what the drafts held
// which the saver has been given until now: it clears them. One that is given
// later and was written before it stays, because nothing else holds it.
func (s *saver) draftClearer() func() error {
	s.mu.Lock()
	served := s.drafts
	s.mu.Unlock()
	return func() error {
		s.mu.Lock()
		later := s.kept > served
		s.mu.Unlock()
		if later {
			return nil
		}
		if err := s.journal.ClearDraft(); err != nil {
			return err
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.kept = 0; s.drafts == served {
			s.lost = nil
		}
		return nil
	}
}

// close waits until everything has been written and returns the last failure.
func (s *saver) close() error {
	s.mu.Lock()
	s.closed = true
	s.more.Signal()
	s.mu.Unlock()
	<-s.done
	return s.takeFailure()
}

func (s *saver) work() {
	defer close(s.done)
	for {
		s.mu.Lock()
		for len(s.jobs) == 0 && !s.closed {
			s.more.Wait()
		}
		if len(s.jobs) == 0 {
			s.mu.Unlock()
			return
		}
		next := s.jobs[0]
		s.jobs = s.jobs[1:]
		s.mu.Unlock()
		err := s.carryOut(next)
		if next.done != nil {
			next.done <- err
		}
	}
}

// carryOut does a job. What failed is noted before anybody is told, so that
// whoever is told can take the note away.
func (s *saver) carryOut(j job) error {
	var err error
	switch {
	case j.draft != nil:
		err = guarded(func() error { return s.journal.SaveDraft(*j.draft) })
	case j.run != nil:
		err = guarded(j.run)
	default:
		return s.takeFailure()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case j.draft != nil:
		s.lost = err
		if err == nil {
			s.kept = j.number
		}
	case err != nil:
		s.failure = err
	}
	return err
}

// errStorePanic is returned for a job that panicked: the screen must live on,
// so that the terminal can be put back.
var errStorePanic = errors.New("the journal failed in an unexpected way")

// guarded runs a job and turns a panic into an error.
func guarded(run func() error) (err error) {
	defer func() {
		if reason := recover(); reason != nil {
			err = fmt.Errorf("%w: %v", errStorePanic, reason)
		}
	}()
	return run()
}
