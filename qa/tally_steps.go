package qa

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// AppendRationale appends for every view what it shows of the kind, which of that is new, and how much there is so far.
func (t Tally) AppendRationale(dst []byte) []byte {
	if !t.asked() {
		return dst
	}
	var cells []layout.Cell
	var names []string
	times := make(map[any]int)
	again := 0
	for i, v := range t.Views[:t.After[len(t.After)-1]+1] {
		if i > 0 {
			dst = append(dst, '\n')
		}
		dst = appendNumbered(dst, "View", i+1)
		dst = append(append(append(dst, " shows "...), t.Noun.Plural...), ": "...)
		cells, names = cells[:0], names[:0]
		for k := range v.Things {
			switch thing := &v.Things[k]; {
			case len(t.Windows) == 0:
				names = append(names, thing.Name)
			case t.counted(thing):
				cells = append(cells, t.Windows[i].Cell(thing.At(), v.Rows, v.Cols))
			}
		}
		layout.SortCells(cells)
		slices.Sort(names)
		fresh := 0
		note := func(key any) {
			switch times[key]++; times[key] {
			case 1:
				fresh++
			case 2:
				again++
			}
		}
		for k, c := range cells {
			if k > 0 {
				dst = append(dst, "; "...)
			}
			dst = appendRowCol(dst, c)
			note(c)
		}
		for k, name := range names {
			if k > 0 {
				dst = append(dst, "; "...)
			}
			dst = append(dst, name...)
			note(name)
		}
		if len(cells)+len(names) == 0 {
			dst = append(dst, "none"...)
		} else if len(cells) > 0 {
			dst = append(dst, " of the whole map"...)
		}
		dst = fmt.Appendf(dst, ". New: %d. So far: %d", fresh, len(times))
		if t.Again {
			dst = fmt.Appendf(dst, ", shown again: %d", again)
		}
		dst = append(dst, '.')
	}
	return dst
}
