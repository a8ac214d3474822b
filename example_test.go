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
	// A is to the south and east of C. D is west of B. E is to the upper-left of A. B is at 4:30 from E. B is to the top-right of A. D is below and to the right of E. E is directly above C. C is at 9:00 from B. C is at the 9 o'clock position from D.
	// +--+--+--+
	// |E |  |  |
	// +--+--+--+
	// |C |D |B |
	// +--+--+--+
	// |  |A |  |
	// +--+--+--+
	// Where is C vertically relative to A? above
	// 0
}
