package report

import "math"

// shades of a heat map, from none to most.
const shades = 7

// heatView is a heat map as a table with shaded cells.
type heatView struct {
	Name, Note, Anchor string
	Most               string
	Targets, Void      bool
	Shades             []int
	Columns            []string
	Rows               []heatRow
	misses             []labelled
}

type heatRow struct {
	Label string
	Cells []cellView
}

type cellView struct {
	Void        bool
	Shade       int
	Got, Target string
	Miss        miss
}

func newHeat(h Heat) heatView {
	v := heatView{Name: h.Name, Note: h.Note, Columns: h.Columns}
	most := int64(0)
	for _, row := range h.Cells {
		for _, c := range row {
			most = max(most, c.Got)
		}
	}
	v.Most = Thousands(most)
	for i := range shades {
		v.Shades = append(v.Shades, i)
	}
	for i, row := range h.Cells {
		r := heatRow{Label: h.Rows[i]}
		for j, c := range row {
			if c.Void && c.Got == 0 {
				v.Void = true
				r.Cells = append(r.Cells, cellView{Void: true})
				continue
			}
			cell := cellView{Got: Thousands(c.Got), Miss: newMiss(c.Got, c.Target, h.Within)}
			if c.Got > 0 {
				cell.Shade = max(1, int(math.Round((shades-1)*float64(c.Got)/float64(most))))
			}
			if cell.Miss.Known {
				v.Targets = true
				cell.Target = decimal(c.Target)
				if h.Within != Unjudged {
					v.misses = append(v.misses, labelled{h.Rows[i] + ", " + h.Columns[j], cell.Miss, within(h.Within)})
				}
			}
			r.Cells = append(r.Cells, cell)
		}
		v.Rows = append(v.Rows, r)
	}
	return v
}
