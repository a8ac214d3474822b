// Package gridscribe makes synthetic training corpora for spatial reasoning. A [Corpus] is a [Config] turned into
// records: objects on a grid, sentences that state some of their relations, ASCII drawings, a question and its answer.
//
// Everything in a record agrees. The text alone entails the answer, every stated fact holds in the drawing, and whether
// the text determines the whole layout is computed exactly. Package layout decides what follows from what, scene draws
// and reads drawings, describe writes and reads sentences, qa asks and grades, export writes files.
//
// # The promise
//
// Record i is a function of the Config and i alone: it is the same made alone, in order, in parallel or in a larger
// corpus. For one stream version (seed.Version) and one lexicon version (describe.LexiconVersion), a Config gives the
// same records, and with one version of the rows (export.SchemaVersion) an export.Plan, which holds a Config, gives
// byte-identical JSONL on every platform, Go version and number of workers. Any change to that bumps a version and is
// told in the release notes. Parquet files hold equal rows; their bytes may change with the Parquet library.
//
// # Shares and grades
//
// In every block of [Corpus.Block] records each value that the Config weighs has its share, and [Corpus.Design] tells
// the shares, what cannot be, and what comes in its place. A [Verifier] grades responses to rows wherever they are,
// from the text that [Corpus.AppendVerifier] writes into them: it makes the record again.
package gridscribe
