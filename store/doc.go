// Package store keeps the journal on disk, in one bbolt file of a folder that
// belongs to the person alone.
//
// # What is in the folder
//
//	dulcet.db          the journal: check-ins, sittings, settings
//	drafts/            the check-in that is being typed right now
//	create.lock        held for the moment in which dulcet.db is made
//	dulcet.queue       held by the call that is the next to get dulcet.db
//	player.lock        held by the program that owns the speaker
//
// The folder has mode 0700 and every file in it 0600. A folder that belongs to
// somebody else, or that everybody may write to, is refused; a data file that
// is a link is never followed.
//
// # Short locks
//
// A Store holds no file open. Every call opens the file, runs one
// transaction and closes it, so several programs can use one journal at the
// same time: a check-in in one terminal while music plays in another. Calls
// that wait, to read or to write, stand in a queue, so that none starves
// beside a program that writes in a loop. A call waits at most five seconds
// for the others and then says ErrLocked. It also means that a file which is
// moved, replaced or deleted is noticed by the next call and nothing is
// written into a file that nobody can find any more.
//
// # What a promise means
//
// When a Save method returns nil, the record is on the disk: it survives the
// end of the process and the loss of power. When it returns an error, nothing
// of the call is in the file. Several records given to one Save arrive
// together or not at all.
//
// # The file
//
// Four buckets: check-ins, sittings, settings and meta. Records are kept under
// the 16 bytes of their ULID, so that they lie in the order of time. A value
// is the CRC-32C of bucket, key and text, four bytes with the highest first,
// and then the text: one record as journal.EncodeRecord writes it. bbolt keeps a
// checksum of its two meta pages only, so a flipped bit in a note would go
// unnoticed without ours. Each bucket's sequence number is the count of its
// records, so that a page of them cannot vanish unnoticed either.
//
// Reading passes over damaged records and reports them with a DamagedError
// beside everything that could be read; it never returns a wrong value. Where
// whole pages are damaged bbolt panics, or reads beyond its memory map; that
// too becomes the error, and never ends the program.
//
// Every change to the file goes through one method, (*Store).write.
//
// # Versions
//
// The meta bucket holds the schema number. A file of an older schema is
// brought forward at Open, step by step, each step one transaction. A file of
// a newer schema can be read; writing to it says ErrNewer. A new journal is
// made under another name by the same steps, synced, and renamed into place,
// so that a half-made file is never mistaken for a journal.
package store
