//go:build !unix

package store

import (
	"io/fs"
	"os"
	"time"
)

// noFollow is nothing here: openPlain looks at the path before.
const noFollow = 0

// waitForLock leaves the waiting to bbolt: a second lock by the same program
// would be refused here.
func waitForLock(*os.File, bool, time.Time) error { return nil }

// giveUpLock has nothing to do: the lock ends with the handle of the file.
func giveUpLock(*os.File) {}

// guardOwner trusts the access lists of the person's own profile folder.
func guardOwner(string, fs.FileInfo) error { return nil }

// narrow trusts the access lists of the person's own profile folder.
func narrow(string, fs.FileMode) error { return nil }

// syncFolder does nothing: renaming is durable with the file system's journal
// here, and a folder cannot be opened for syncing.
func syncFolder(string) error { return nil }
