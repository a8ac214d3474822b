package describe_test

import (
	"fmt"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

func ExamplePlan() {
	names := []string{"A", "B", "C"}
	facts := []describe.Fact{
		{Locatum: 0, Relatum: 1, Relation: layout.N},
		{Locatum: 1, Relatum: 2, Relation: layout.W},
	}
	key := seed.NewKey(42)
	var plan describe.Plan
	plan.Arrange(facts, key.Named("order").Stream())
	if err := plan.Word(describe.English(), describe.Spatial|describe.Clock, key.Named("words").Stream()); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s\n", plan.Append(nil, describe.English(), names))
	// Output:
	// B is underneath A. C is at 3 o'clock from B.
}

func ExampleRead() {
	d, err := describe.Read("The lamp is to the upper-left of desk.", []string{"The lamp", "desk"})
	fmt.Println(d.Names[d.Facts[0].Locatum], d.Facts[0].Relation, d.Names[d.Facts[0].Relatum], err)

	_, err = describe.Read("A is above B. C is not above B.", nil)
	fmt.Println(err)
	// Output:
	// The lamp NW desk <nil>
	// describe: line 1, column 20: no direction phrase goes on like this, at "not above B." in "C is not above B."
}

func ExampleReadDirectionOf() {
	names := []string{"A", "B", "C"}
	const locatum, relatum = 2, 0
	d, err := describe.ReadDirectionOf("A is to the right of C, so the answer is **left**.", names, locatum, relatum)
	fmt.Println(d, err)

	d, err = describe.ReadDirectionOf("C is above B. B is left of A. So C is upper-left of A.", names, locatum, relatum)
	fmt.Println(d, err)

	_, err = describe.ReadDirectionOf("above or below", names, locatum, relatum)
	fmt.Println(err)
	// Output:
	// left <nil>
	// upper-left <nil>
	// describe: answer "above or below" is hedged, at "or"; want one direction such as "above", "upper-left" or "same row"
}
