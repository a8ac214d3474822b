package qa

import (
	"errors"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/scene"
)

// MapPicture answers with a map as a drawing shows it, a character for each cell, without legend. The zero MapPicture has no cells.
type MapPicture struct {
	Cols  int
	Marks string // row by row; its length is a multiple of Cols
}

// pictureOf returns a map as its drawing shows it.
func pictureOf(m *layout.Map) MapPicture {
	text := string(scene.AppendCells(nil, m, scene.Plain))
	return MapPicture{m.Cols, strings.ReplaceAll(text, "\n", "")}
}

// String returns the picture, a line for each row.
func (p MapPicture) String() string {
	var text []byte
	for i := range p.Marks {
		if i > 0 && p.Cols > 0 && i%p.Cols == 0 {
			text = append(text, '\n')
		}
		text = append(text, p.Marks[i])
	}
	return string(text)
}

// Equal reports whether other is the same picture.
func (p MapPicture) Equal(other Answer) bool { return other == Answer(p) }

func (MapPicture) sealed() {}

// share returns the share of the cells of which either picture says more than that they are free or unknown that are the same in both; 0
// for pictures of different sizes.
func (p MapPicture) share(o MapPicture) float64 {
	if p.Cols != o.Cols || len(p.Marks) != len(o.Marks) {
		return 0
	}
	same, all := 0, 0
	for i := range p.Marks {
		a, b := p.Marks[i], o.Marks[i]
		if plain := func(c byte) bool { return c == scene.FloorMark || c == scene.HiddenMark }; plain(a) && plain(b) {
			continue
		}
		if all++; a == b {
			same++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(same) / float64(all)
}

var (
	errNoPicture  = errors.New("there is no drawing of a map, a line for each row, a character for each cell")
	errPictures   = errors.New("there are several drawings")
	errPictureRow = errors.New("the rows of the drawing differ in length")
)

// readPicture reads the one drawing of a map in a response: lines that follow each other and consist of marks alone, side by side or each
// after a blank. Lines that explain a mark are passed over, as are sentences, unless they hedge; several drawings must be the same.
func readPicture(response string) (MapPicture, error) {
	if len(response) > mostResponse {
		return MapPicture{}, errLong
	}
	var found MapPicture
	var marks []byte // of the drawing that is being read
	cols := 0
	end := func() error {
		if len(marks) == 0 {
			return nil
		}
		current := MapPicture{cols, string(marks)}
		if found.Marks != "" && found != current {
			return errPictures
		}
		found, marks = current, marks[:0]
		return nil
	}
	for response != "" {
		line, rest, _ := strings.Cut(response, "\n")
		response = rest
		line = strings.TrimSpace(line)
		row, ok := pictureRow(line)
		if !ok {
			if err := end(); err != nil {
				return MapPicture{}, err
			}
			if len(line) > 4 && line[1:4] == " = " {
				continue // a legend
			}
			if err := hedged(line); err != nil {
				return MapPicture{}, err
			}
			continue
		}
		if len(marks) > 0 && len(row) != cols {
			return MapPicture{}, errPictureRow
		}
		cols, marks = len(row), append(marks, row...)
	}
	if err := end(); err != nil {
		return MapPicture{}, err
	}
	if found.Marks == "" {
		return MapPicture{}, errNoPicture
	}
	return found, nil
}

// pictureRow returns the marks of a line that is a row of a drawing.
func pictureRow(line string) (string, bool) {
	if len(line) > 2 && line[1] == ' ' {
		spaced := make([]byte, 0, len(line)/2+1)
		for i := range len(line) {
			if i%2 == 0 {
				spaced = append(spaced, line[i])
			} else if line[i] != ' ' {
				return "", false
			}
		}
		line = string(spaced)
	}
	for i := range len(line) {
		c := line[i]
		if !('A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte(".#+?&", c) >= 0) {
			return "", false
		}
	}
	return line, line != ""
}
