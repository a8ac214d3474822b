package qa_test

import (
	"fmt"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

// Whether a claim follows from a text, and how a response to that question is graded.
func ExampleNewTruth() {
	text, err := describe.Read("A is above B. B is to the left of C.", nil)
	if err != nil {
		panic(err)
	}
	net, err := layout.NewNetwork(len(text.Names), layout.World{})
	if err != nil {
		panic(err)
	}
	for _, f := range text.Facts {
		if err := net.Add(f); err != nil {
			panic(err)
		}
	}
	claim := layout.Fact{Locatum: 0, Relatum: 2, Relation: layout.N, Reading: layout.HalfPlane}
	q := qa.NewTruth(net, text.Names, claim, false)
	fmt.Println(string(q.AppendText(nil)))
	fmt.Println(q.Answer(), q.Hops())
	fmt.Println(q.Verify("Yes, because B and C share a row.").Reward, q.Verify("No.").Reward)
	// Output:
	// Is A in a higher row than C?
	// yes 2
	// 1 0
}
