package gridscribe

// The English names of objects. Each carries its article, as it stands in a sentence.

// letterWords are the names of two letters that are words as well: "AN is above AS" is hard to read. Other names are
// drawn in their place.
const letterWords = "AM AN AS AT BE BY DO GO HE IF IM IN IS IT"

var shapeNouns = [...]string{"square", "rectangle", "triangle", "circle"}

var colours = [...]string{"red", "blue", "yellow", "green"}

// shapeNames holds, shape by shape, the bare shape and then the shape in each colour.
var shapeNames = func() (all []string) {
	for _, shape := range shapeNouns {
		all = append(all, "the "+shape)
		for _, colour := range colours {
			all = append(all, "the "+colour+" "+shape)
		}
	}
	return all
}()

// bare reports whether one of shapeNames is a shape without a colour.
func bare(name int) bool { return name%(1+len(colours)) == 0 }

// confusable reports whether two of shapeNames can be mixed up: they are one, or one is a bare shape that the other
// has.
func confusable(a, b int) bool {
	const each = 1 + len(colours)
	return a == b || a/each == b/each && (bare(a) || bare(b))
}

var placeNames = []string{
	"the attic", "the bakery", "the balcony", "the bathroom", "the bedroom", "the bridge", "the cellar", "the chapel",
	"the courtyard", "the fountain", "the gallery", "the garden", "the garage", "the hallway", "the harbour",
	"the kitchen", "the library", "the market", "the mill", "the museum", "the office", "the orchard", "the pantry",
	"the school", "the stable", "the station", "the studio", "the tower",
}
