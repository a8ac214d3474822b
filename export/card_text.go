package export

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/export/report"
	"github.com/gridscribe/gridscribe/scene"
)

// homepage is where Gridscribe lives.
const homepage = "https://github.com/gridscribe/gridscribe"

// appendCard appends README.md of a folder: front matter for readers of data sets, then a card for people.
func appendCard(dst []byte, c *card) []byte {
	w := &cardWriter{card: c, dst: c.appendFront(dst), subsets: c.subsets()}
	w.printf("\n# %s\n\n%s\n", markdown(c.title()), c.summary())
	w.rows()
	w.loading()
	w.example()
	w.distributions()
	w.left()
	w.checked()
	w.made()
	return w.dst
}

// cardWriter writes the Markdown of a card.
type cardWriter struct {
	*card
	dst     []byte
	subsets []cardSubset
}

func (w *cardWriter) printf(format string, args ...any) { w.dst = fmt.Appendf(w.dst, format, args...) }

// rows says what is in the folder.
func (w *cardWriter) rows() {
	w.printf("\n## What is in it\n\nEvery record is one row in each subset.\n\n")
	head := []string{"subset", "rows are", "format"}
	for _, split := range w.manifest.Splits {
		head = append(head, "`"+split.Name+"`")
	}
	w.tableHead(append(head, "bytes"), 3)
	for _, s := range w.subsets {
		what := s.subset.View.String()
		if s.subset.Form != NoForm {
			what += ": " + s.subset.Form.Summary()
		}
		cells := []string{"`" + s.subset.folder() + "`", what, s.subset.Format.String()}
		for _, split := range w.manifest.Splits {
			cells = append(cells, report.Thousands(s.rowsIn(split.Name)))
		}
		_, bytes := s.size()
		w.tableRow(append(cells, report.Thousands(bytes)))
	}
	w.printf("\nBytes, here and in the front matter, are those of the files.")
	for _, s := range w.subsets {
		if len(s.empty) > 0 {
			w.printf(" `%s` has no rows in %s, which therefore cannot be loaded.", s.subset.folder(), list(codes(s.empty)))
		}
	}
	w.printf("\n")
}

// folderHere stands for the folder in lines of code.
const folderHere = "path/to/this/folder"

// loading says how to read the subsets.
func (w *cardWriter) loading() {
	w.printf("\n## How to load it\n")
	for _, s := range w.subsets {
		w.printf("\n`%s`:\n\n", s.subset.folder())
		first, last := s.splits[0].name, s.splits[len(s.splits)-1].name
		w.fence(strings.Join(usage(s.subset.View, s.subset.Format, folderHere, s.subset.folder(), first, last), "\n"))
	}
}

// example shows a record.
func (w *cardWriter) example() {
	if w.sample == nil {
		return
	}
	w.printf("\n## A record\n\nWhat is shown and asked:\n\n")
	w.fence(string(w.sample.AppendPrompt(nil)))
	w.printf("\nThe answer:\n\n")
	w.fence(string(w.sample.AppendAnswer(nil)))
	if steps := w.sample.AppendRationale(nil); len(steps) > 0 {
		w.printf("\nWhat leads to it:\n\n")
		w.fence(string(steps))
	}
	if w.sample.Instance() == nil && undrawable(w.plan.Config, "") == nil {
		w.printf("\nA drawing in which all of it holds:\n\n")
		w.fence(w.sample.Drawing(scene.Grid))
	}
}

// longTable is from how many values on a table is folded.
const longTable = 12

// distributions counts the records by what they are.
func (w *cardWriter) distributions() {
	stats := w.manifest.Stats
	w.printf("\n## Distributions\n\nOf the %s that are written.\n", counted(stats.Records, "record"))
	for _, t := range stats.Single() {
		folded := len(t.Counts) > longTable
		if folded {
			w.printf("\n<details><summary>%s</summary>\n", markdown(t.Name))
		}
		w.printf("\n")
		w.tableHead([]string{markdown(t.Name), "records", "share"}, 1)
		for _, c := range t.Counts {
			w.tableRow([]string{markdown(c.Value), report.Thousands(c.Records), percent(c.Records, stats.Records)})
		}
		if folded {
			w.printf("\n</details>\n")
		}
	}
	if p := stats.Prompts; p.total() > 0 {
		h := histogram("", "", "", p)
		w.printf("\nPrompts have %s characters on average, half of them under about %s, 95 %% under about %s, and %s at most; tokens may "+
			"be a quarter of that. report.html shows all this as charts.\n", report.Thousands((p.Sum+p.total()/2)/p.total()),
			report.Thousands(int64(h.Quantile(0.5))), report.Thousands(int64(h.Quantile(0.95))), report.Thousands(p.Max))
	}
}

// left says what is not in the folder, and what is in it that one might not expect.
func (w *cardWriter) left() {
	m := w.manifest
	w.printf("\n## What was left out, and what remains\n\nThe plan makes %s.", counted(m.Records, "record"))
	switch {
	case w.plan.Unique:
		w.printf(" %s left out because %s a problem that a record with a lower number asks.", were(m.Left.Repeats),
			pick(m.Left.Repeats == 1, "it repeats", "they repeat"))
	default:
		w.printf(" Repeats were not looked for: a problem may stand in it more than once.")
	}
	if w.plan.Exclude != "" || m.Left.Excluded > 0 {
		w.printf(" %s left out because %s a problem on a list of those to keep out.", were(m.Left.Excluded),
			pick(m.Left.Excluded == 1, "it asks", "they ask"))
	}
	w.printf(" %s written.\n\n", were(m.Stats.Records))
	w.repeatTable()
	w.impossible()
	if len(m.Splits) > 1 {
		w.printf("- The split of a row follows from its problem, so that no problem stands in two splits of a subset. Their sizes are therefore "+
			"near their shares (%s) where many problems differ, and further off where few do.\n", shares(m.Splits))
	}
	for _, s := range w.subsets {
		if s.subset.Bare {
			w.printf("- `%s` leaves out the sentences that say what a story takes for granted. Its questions have their answers only for "+
				"who knows what is meant.\n", s.subset.folder())
		}
	}
	w.printf("- The English comes from a fixed set of phrases and is more uniform than what people write.\n")
	if w.audit == nil {
		w.printf("- What can be guessed without reasoning, from the question alone for example, was not measured.\n")
	}
}

// repeatTable says where the repeats were that are left out.
func (w *cardWriter) repeatTable() {
	r := w.manifest.Repeats
	if r == nil || r.Repeats == 0 {
		return
	}
	w.printf("Problems are the same that differ only in names, wording, order and a symmetry of the square. None stands here twice. " +
		"Repeats come where there are few problems of a kind:\n\n")
	w.tableHead([]string{"family", r.By, "records", "repeats"}, 2)
	for _, c := range r.Cells {
		if c.Repeats > 0 {
			w.tableRow([]string{markdown(c.Family), fmt.Sprint(c.Size), report.Thousands(c.Records), report.Thousands(c.Repeats)})
		}
	}
	w.printf("\n")
}

// impossible lists what the weights ask for and cannot be.
func (w *cardWriter) impossible() {
	t, some := impossible(w.design)
	if !some {
		return
	}
	w.printf("<details><summary>%s</summary>\n\n%s\n\n", t.Name, t.Note)
	w.tableHead(t.Columns, len(t.Columns))
	for _, row := range t.Rows[:min(len(t.Rows), report.MostRows)] {
		cells := slices.Clone(row.Cells)
		for i := range cells {
			cells[i] = markdown(cells[i])
		}
		w.tableRow(cells)
	}
	if more := len(t.Rows) - report.MostRows; more > 0 {
		w.printf("\nAnd %s.\n", counted(int64(more), "more cell"))
	}
	w.printf("\n</details>\n\n")
}

// checked says what an audit found.
func (w *cardWriter) checked() {
	if w.audit == nil {
		return
	}
	w.printf("\n## Audit\n\nA program that shares no code with the fingerprints by which rows are shared out to splits read the files of " +
		"the subset native:\n\n```\n")
	w.dst = w.audit.AppendText(w.dst)
	w.printf("```\n")
}

// shares returns the shares of splits.
func shares(splits []Split) string {
	_, total := largestSplit(splits)
	all := make([]string, len(splits))
	for i, s := range splits {
		all[i] = fmt.Sprintf("`%s` %s", s.Name, percent(int64(s.Weight), int64(total)))
	}
	return list(all)
}

// made says how to make the folder again, and under which licence it stands.
func (w *cardWriter) made() {
	m := w.manifest
	w.printf("\n## How it was made\n\nBy [Gridscribe](%s), stream version %d, lexicon version %d, row version %d, from the plan below: seed %d, %s, %s. "+
		"The first half of the SHA-256 of the plan is `%s`.", homepage, m.Versions.Stream, m.Versions.Lexicon, m.Versions.Schema,
		w.plan.Config.Seed, counted(m.Records, "record"), counted(int64(m.Shards), "shard"), m.Plan)
	if w.command != "" {
		w.printf(" Saved as plan.json, it makes this folder again:\n\n")
		w.fence(w.command)
	} else {
		w.printf("\n")
	}
	w.printf("\nOf these versions, the plan makes the same rows in the same order on every platform, with every Go version and any " +
		"number of workers, and JSONL that is equal byte by byte before compression. Files of Parquet hold equal rows; their bytes may change " +
		"with the library that writes them. manifest.json has the SHA-256 of every file.\n\n" +
		"<details><summary>plan.json</summary>\n\n")
	w.fence(strings.TrimSuffix(string(w.encoded), "\n"))
	licence, _ := licenseOf(w.plan.License)
	w.printf("\n</details>\n\n## Licence\n\n[%s](%s)", licence.title, licence.url)
	if w.plan.Date != "" {
		w.printf(", published %s", w.plan.Date)
	}
	w.printf(".\n")
}
