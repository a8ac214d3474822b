package export

import (
	"github.com/gridscribe/gridscribe/export/audit"
	"github.com/gridscribe/gridscribe/export/report"
)

// auditTables shows what an audit found.
func auditTables(r *audit.Report) []report.Table {
	leaks := report.Table{
		Name: "Leaks and repeats",
		Note: "Read from what the rows of the subset native show, by a program that shares no code with the fingerprints by which " +
			"rows are shared out to splits. The same is what differs only in names, wording, order and a symmetry of the square. " +
			"Two splits may share no evidence.",
		Columns: []string{"family", "rows", "evidence in two splits", "problems in two splits", "problems repeated in a split"},
	}
	guesses := report.Table{
		Name: "Shortcuts",
		Note: "How often a rule is right that does not look at the evidence as a whole: chance, the most frequent answer, the most frequent " +
			"answer to the question, and the best of the other cues. Marked is what beats chance and the most frequent answer by more than 5 points.",
		Columns: []string{"family", "answers", "measured", "chance", "most frequent", "question only", "best cue", "right", "low", "high"},
	}
	for _, f := range append(r.Families, r.All) {
		name, flag := f.Name, report.Good
		if name == "" {
			name = "all"
		}
		if f.EvidenceShared.Keys > 0 || f.ProblemsShared.Keys > 0 {
			flag = report.Bad
		}
		leaks.Rows = append(leaks.Rows, report.Row{Flag: flag, Cells: []string{
			name, report.Thousands(f.Rows), report.Thousands(f.EvidenceShared.Keys), report.Thousands(f.ProblemsShared.Keys),
			report.Thousands(f.Repeats.Keys),
		}})
		for _, s := range f.Shortcuts {
			question, best := s.Question(), s.Best()
			flag := report.Plain
			if question.Flagged || best.Flagged {
				flag = report.Bad
			}
			guesses.Rows = append(guesses.Rows, report.Row{Flag: flag, Cells: []string{
				f.Name, s.Form, report.Thousands(s.Measured), report.Percent(s.Chance), report.Percent(s.Majority.Share),
				report.Percent(question.Share), best.Cue, report.Percent(best.Share), report.Percent(best.Low), report.Percent(best.High),
			}})
		}
	}
	return []report.Table{leaks, guesses}
}
