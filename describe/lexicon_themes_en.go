package describe

import "github.com/gridscribe/gridscribe/layout"

var compassNames = [layout.Cardinals]string{
	layout.N: "north", layout.NE: "north-east", layout.E: "east", layout.SE: "south-east",
	layout.S: "south", layout.SW: "south-west", layout.W: "west", layout.NW: "north-west",
}

// Noun is what things of one kind are called, without article.
type Noun struct{ Singular, Plural string }

// Theme is a set of nouns that belong together: the places of a building or a town, what stands there, and who goes about.
type Theme struct {
	Name   string
	Places []string // with article: "the pantry"
	Things []string // with article, each unlike the others: "the oak table"
	Kinds  []Noun   // of which there may be several
	Actors []string // who can stand and look, with article: "the cook"
}

// Themes lists the themes. The slices are shared: do not change them.
func Themes() []Theme { return themes }

var themes = []Theme{
	{
		Name:   "kitchen",
		Places: []string{"the pantry", "the scullery", "the dining room", "the cold store", "the wine cellar", "the bakehouse", "the back porch", "the larder"},
		Things: []string{"the oak table", "the stove", "the copper kettle", "the bread bin", "the sink", "the spice rack", "the flour sack", "the cutting board",
			"the oven", "the fruit bowl", "the dish rack", "the milk churn"},
		Kinds:  []Noun{{"chair", "chairs"}, {"plate", "plates"}, {"cup", "cups"}, {"pan", "pans"}, {"basket", "baskets"}},
		Actors: []string{"the cook", "the waiter", "the baker", "the guest"},
	},
	{
		Name:   "harbour",
		Places: []string{"the dry dock", "the boathouse", "the fish market", "the customs hall", "the lighthouse", "the rope store", "the quay", "the slipway"},
		Things: []string{"the fishing boat", "the iron anchor", "the crane", "the coal heap", "the mooring post", "the sail loft", "the red buoy", "the net rack",
			"the water barrel", "the ferry", "the tugboat", "the signal mast"},
		Kinds:  []Noun{{"barrel", "barrels"}, {"crate", "crates"}, {"rowing boat", "rowing boats"}, {"bollard", "bollards"}, {"net", "nets"}},
		Actors: []string{"the sailor", "the harbour master", "the fisherman", "the diver"},
	},
}
