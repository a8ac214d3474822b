package report

import (
	"strconv"
	"strings"
)

// MostRows of a table are shown, and how many more there are.
const MostRows = 200

type tableView struct {
	Name, Note, Anchor string
	Flags              bool
	Columns            []tableColumn
	Rows               []tableRow
	Left               string // how many rows are left out; "" for none
}

type tableColumn struct {
	Name    string
	Numbers bool
}

type tableRow struct {
	Flag  string // "", "good" or "bad"
	Cells []tableCell
}

type tableCell struct {
	Text    string
	Numbers bool
	Bar     string // width in percent; "" for none
}

func newTable(t Table) tableView {
	v := tableView{Name: t.Name, Note: t.Note}
	rows := t.Rows
	if len(rows) > MostRows {
		rows, v.Left = rows[:MostRows], Thousands(int64(len(rows)-MostRows))
	}
	percents := make([]bool, len(t.Columns))
	for j, name := range t.Columns {
		numbers := len(rows) > 0
		percents[j] = numbers
		for _, r := range rows {
			_, number, part := parseNumber(r.Cells[j])
			numbers, percents[j] = numbers && number, percents[j] && part
		}
		v.Columns = append(v.Columns, tableColumn{name, numbers})
	}
	for _, r := range rows {
		row := tableRow{Flag: [...]string{"", "good", "bad"}[r.Flag]}
		v.Flags = v.Flags || r.Flag != Plain
		for j, text := range r.Cells {
			c := tableCell{Text: text, Numbers: v.Columns[j].Numbers}
			if x, _, _ := parseNumber(text); percents[j] && x >= 0 && x <= 100 {
				c.Bar = length(x)
			}
			row.Cells = append(row.Cells, c)
		}
		v.Rows = append(v.Rows, row)
	}
	return v
}

// parseNumber reads what is printed as a number, and says whether it is one and whether it is a percentage.
func parseNumber(text string) (x float64, number, part bool) {
	s, part := strings.CutSuffix(strings.TrimSpace(text), "%")
	s = strings.NewReplacer(",", "", "−", "-", "±", "", "≈", "", "<", "").Replace(strings.TrimSpace(s))
	x, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	number = err == nil || s == "" || s == "-" || s == "–"
	return x, number, part && err == nil
}
