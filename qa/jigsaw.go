package qa

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// JigsawFamily asks in what order the tiles lie that a map was cut into, or how one crop of a map lies against another.
type JigsawFamily struct {
	Rows, Cols int        // into how many rows and columns of tiles a map is cut, 2 or 3, or the other way round; 0 stands for 2
	Side       int        // rows and columns of a tile, 3 to 7; crops have two more; 0 stands for 4
	Kinds      int        // of how many kinds things stand on the map beside its walls, 0 to 4
	Form       JigsawForm // what is asked
	Phrasing   Phrasing
}

// JigsawForm is what is asked about parts of a map. The zero value is AnyJigsaw.
type JigsawForm uint8

// The forms.
const (
	AnyJigsaw    JigsawForm = iota // one of the others, drawn
	JigsawOrder                    // the order of tiles that overlap by their edges
	JigsawOffset                   // the offset between two crops
	jigsawForms
)

var jigsawLevels = [Levels]JigsawFamily{
	{Rows: 2, Cols: 2, Side: 3},
	{Rows: 2, Cols: 3, Side: 4, Kinds: 1},
	{Rows: 3, Cols: 3, Side: 5, Kinds: 1},
	{Rows: 3, Cols: 3, Side: 6, Kinds: 2},
}

// Name returns "jigsaw".
func (JigsawFamily) Name() string { return "jigsaw" }

// Summary describes the family in one line.
func (JigsawFamily) Summary() string {
	return "the order of the tiles that a map was cut into, or the offset between two crops"
}

// Group returns Transform.
func (JigsawFamily) Group() Group { return Transform }

// WithPhrasing returns the family with its questions put so.
func (f JigsawFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

// At returns the family with the tiles of a level.
func (f JigsawFamily) At(level int) Family {
	at := jigsawLevels[clampLevel(level)-1]
	at.Phrasing, at.Form = f.Phrasing, f.Form
	return at
}

// Validate reports a knob out of range.
func (f JigsawFamily) Validate() error {
	switch {
	case f.Rows != 0 && f.Rows != 2 && f.Rows != 3:
		return fmt.Errorf("qa: jigsaw: rows %d; 2 and 3 are allowed, or 0 for 2", f.Rows)
	case f.Cols != 0 && f.Cols != 2 && f.Cols != 3:
		return fmt.Errorf("qa: jigsaw: cols %d; 2 and 3 are allowed, or 0 for 2", f.Cols)
	case f.Side != 0 && (f.Side < 3 || f.Side > 7):
		return fmt.Errorf("qa: jigsaw: side %d; 3 to 7 are allowed, or 0 for 4", f.Side)
	case f.Kinds < 0 || f.Kinds > 4:
		return fmt.Errorf("qa: jigsaw: kinds %d; 0 to 4 are allowed", f.Kinds)
	case f.Form >= jigsawForms:
		return fmt.Errorf("qa: jigsaw: form %d; 0 to %d are allowed", f.Form, jigsawForms-1)
	}
	return f.Phrasing.validate(f.Name())
}

// mostJigsawTries is how often a map is drawn until its parts go together in one way alone. Of the smallest tiles a few of ten maps
// are drawn again, of others next to none.
const mostJigsawTries = 40

// Sample draws tiles in random order, or two crops.
func (f JigsawFamily) Sample(src seed.Source) (Subject, error) {
	if err := f.Validate(); err != nil {
		return Subject{}, err
	}
	form := f.Form
	if form == AnyJigsaw {
		form = JigsawOrder + JigsawForm(src.Intn(2))
	}
	rows, cols, side := cmp.Or(f.Rows, 2), cmp.Or(f.Cols, 2), cmp.Or(f.Side, 4)
	if src.Intn(2) == 0 {
		rows, cols = cols, rows
	}
	for range mostJigsawTries {
		var frames []*layout.Map
		ways := 0
		if form == JigsawOffset {
			frames = f.crops(src, side+2)
			_, ways = offsetRegistration(frames).Views(frames)
		} else {
			world := f.world(src, rows*(side-1)+1, cols*(side-1)+1)
			for k := range rows * cols {
				at := layout.Cell{Row: k / cols * (side - 1), Col: k % cols * (side - 1)}
				frames = append(frames, world.View(layout.Window{At: at}, side, side))
			}
			seed.Shuffle(src, frames)
			ways = len(layout.Assemblies(frames, rows, cols, 2))
		}
		if ways == 1 {
			return Subject{Views: frames}, nil
		}
	}
	return Subject{}, unsuitable(f.Name(), "the parts go together in several ways")
}

// crops draws two crops that share a quarter of their cells at least.
func (f JigsawFamily) crops(src seed.Source, side int) []*layout.Map {
	half := side / 2
	step := layout.Cell{}
	for step == (layout.Cell{}) {
		step = layout.Cell{Row: src.Intn(2*half+1) - half, Col: src.Intn(2*half+1) - half}
	}
	world := f.world(src, side+max(step.Row, -step.Row), side+max(step.Col, -step.Col))
	a := layout.Cell{Row: max(0, -step.Row), Col: max(0, -step.Col)}
	b := layout.Cell{Row: max(0, step.Row), Col: max(0, step.Col)}
	return []*layout.Map{world.View(layout.Window{At: a}, side, side), world.View(layout.Window{At: b}, side, side)}
}

// world draws a map where half of the cells are not free, half of these things where there are kinds.
func (f JigsawFamily) world(src seed.Source, rows, cols int) *layout.Map {
	m := layout.NewMap(rows, cols)
	n := newNamer(src)
	nouns := slices.Clone(n.theme.Kinds)
	seed.Shuffle(src, nouns)
	marks := make([]byte, min(f.Kinds, len(nouns)))
	for i := range marks {
		// Tiles are called A to I.
		for marks[i] = n.mark(); marks[i] <= 'I'; {
			marks[i] = n.mark()
		}
	}
	for k := range m.Ground {
		switch draw := src.Intn(4); {
		case draw < 2:
		case draw == 2 || len(marks) == 0:
			m.Ground[k] = layout.Wall
		default:
			i := src.Intn(len(marks))
			m.Things = append(m.Things, layout.Thing{Name: nouns[i].Singular + " " + strconv.Itoa(len(m.Things)+1), Kind: nouns[i].Singular,
				Mark: marks[i], Cells: []layout.Cell{m.Cell(k)}})
		}
	}
	return m
}

// offsetRegistration returns how much two crops have in common: a quarter of the smaller number of their rows and columns.
func offsetRegistration(crops []*layout.Map) layout.Registration {
	if len(crops) != 2 {
		return layout.Registration{}
	}
	rows, cols := min(crops[0].Rows, crops[1].Rows), min(crops[0].Cols, crops[1].Cols)
	return layout.Registration{Cells: (rows + 1) / 2 * ((cols + 1) / 2)}
}

// Ask asks about the frames of a subject: for the offset of two, for the order of 4, 6 or 9 of one size, which must go together in one
// way alone. Which cells are hidden must not matter.
func (f JigsawFamily) Ask(s Subject, src seed.Source) (Question, error) {
	if err := f.Validate(); err != nil {
		return nil, err
	}
	if err := checkViews(f.Name(), s.Views, 9); err != nil {
		return nil, err
	}
	if err := checkSides(f.Name(), s.Views); err != nil {
		return nil, err
	}
	q := Jigsaw{Views: s.Views, Form: JigsawOffset, Phrasing: f.Phrasing}
	if len(s.Views) > 2 {
		q.Form, q.ByColumns = JigsawOrder, src.Intn(2) == 0
	}
	if f.Form != AnyJigsaw && f.Form != q.Form {
		return nil, unsuitable(f.Name(), "there are "+strconv.Itoa(len(s.Views))+" parts")
	}
	err := unsuitable(f.Name(), "there are not 4, 6 or 9 tiles")
	if q.Form == JigsawOffset {
		q.View, q.Against = 1, 0
		if src.Intn(2) == 0 {
			q.View, q.Against = 0, 1
		}
		err = q.solve()
	} else {
		for _, size := range [...][2]int{{2, 2}, {2, 3}, {3, 2}, {3, 3}} {
			if size[0]*size[1] == len(s.Views) && err != nil {
				q.Rows, q.Cols = size[0], size[1]
				err = q.solve()
			}
		}
	}
	if err == nil {
		err = gradable(q)
	}
	if err != nil {
		return nil, err
	}
	return q, nil
}
