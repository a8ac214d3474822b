package gridscribe_test

import (
	"fmt"
	"log"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/scene"
)

// One record of the preset. After a change of the stream or lexicon version, run it and copy the new output, here and
// into the README.
func Example() {
	corpus, err := gridscribe.NewCorpus(gridscribe.Text2Space())
	if err != nil {
		log.Fatal(err)
	}
	rec, err := corpus.At(105)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(rec.Text())
	fmt.Println(rec.Drawing(scene.Grid))
	fmt.Printf("%s %s\n", rec.AppendQuestion(nil), rec.AppendAnswer(nil))
	fmt.Println(rec.Question.Verify("The right answer is bottom right.").Reward)
	// Output:
	// D is north of B. B is west of C. B is positioned upper-right of A.
	// +--+--+--+
	// |  |D |  |
	// +--+--+--+
	// |  |B |C |
	// +--+--+--+
	// |A |  |  |
	// +--+--+--+
	// Where is C relative to D? lower-right
	// 1
}
