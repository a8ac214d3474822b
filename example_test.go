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
	rec, err := corpus.At(2453)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(rec.Text())
	fmt.Println(rec.Drawing(scene.Grid))
	fmt.Printf("%s %s\n", rec.AppendQuestion(nil), rec.AppendAnswer(nil))
	fmt.Println(rec.Question.Verify("The right answer is bottom right.").Reward)
	// Output:
	// B is due west of D. B is at 4 o'clock from C. A is to the south of B.
	// +--+--+--+
	// |C |  |  |
	// +--+--+--+
	// |  |B |D |
	// +--+--+--+
	// |  |A |  |
	// +--+--+--+
	// Where is A relative to C? lower-right
	// 1
}
