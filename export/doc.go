// Package export writes corpora and reads the data sets of others. A corpus is a folder with a data set in it: rows as
// Parquet, JSONL or bAbI's text, shared out to splits that have no problem in common, a card, a description for
// programs and a report.
//
// [Write] writes a whole corpus in one go, in one [View] of its records: see [Options].
//
// [Open] makes the folder of a larger corpus, and [Load] finds it again. Their [Job] makes it shard by shard, in as
// many processes as there are: [Job.Make] makes a shard, [Job.Status] and [Job.Verify] say how far they are and whether
// they are sound, [Job.Finalize] makes a data set of them. Whatever ends a process, the next one makes what is missing.
//
// A [Plan] says what is made: the Config, splits, shards and subsets. A [Subset] holds a row of every record in one
// View, [Form] and [Format]. Views are the fields of released data sets (Text2Space, StepGame, bAbI), what trainers and
// harnesses take (chats, prompts, plain texts, questions with the text by which a [gridscribe.Verifier] grades), and
// all that there is to say of a record (native).
//
// An [Exclusion] is a set of problems, those of test sets say, that a corpus must not hold, in whatever words;
// Plan.Unique keeps out those that the corpus itself repeats.
//
// [ReadProblems] reads the data sets that others wrote, and [Audit] solves them from their texts and compares the
// labels.
//
// [Job.Audit] looks through the files of a corpus, once they are written, for leaks, repeats and shortcuts: see
// [github.com/gridscribe/gridscribe/export/audit].
package export
