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

// Themes lists the themes. Within a theme no name stands in another one, and kinds take the article "a". The slices are shared: do
// not change them.
func Themes() []Theme { return themes }

var themes = []Theme{
	{
		Name: "kitchen",
		Places: []string{"the pantry", "the scullery", "the dining room", "the cold store", "the wine cellar", "the bakehouse", "the back porch",
			"the larder", "the laundry"},
		Things: []string{"the oak table", "the stove", "the copper kettle", "the bread bin", "the sink", "the spice rack", "the flour sack",
			"the cutting board", "the oven", "the fruit bowl", "the dish drainer", "the milk churn", "the coffee mill", "the dresser", "the fridge",
			"the egg timer"},
		Kinds: []Noun{{"chair", "chairs"}, {"plate", "plates"}, {"cup", "cups"}, {"frying pan", "frying pans"}, {"basket", "baskets"},
			{"jar", "jars"}, {"bottle", "bottles"}},
		Actors: []string{"the cook", "the waiter", "the baker", "the guest", "the kitchen maid"},
	},
	{
		Name: "harbour",
		Places: []string{"the dry dock", "the boathouse", "the fish market", "the customs hall", "the lighthouse", "the rope store", "the quay",
			"the slipway", "the chandlery"},
		Things: []string{"the fishing boat", "the iron anchor", "the crane", "the coal heap", "the mooring post", "the spare sail", "the red buoy",
			"the drying rack", "the water tank", "the ferry", "the tugboat", "the signal mast", "the weighbridge", "the fog bell", "the wheelhouse"},
		Kinds: []Noun{{"barrel", "barrels"}, {"crate", "crates"}, {"rowing boat", "rowing boats"}, {"bollard", "bollards"}, {"net", "nets"},
			{"lobster pot", "lobster pots"}, {"gull", "gulls"}},
		Actors: []string{"the sailor", "the harbour master", "the fisherman", "the diver", "the pilot"},
	},
	{
		Name: "warehouse",
		Places: []string{"the loading bay", "the packing hall", "the cold room", "the returns area", "the battery room", "the tool cage", "the mezzanine",
			"the goods lift", "the quarantine zone"},
		Things: []string{"the forklift", "the conveyor belt", "the label printer", "the steel ladder", "the scanner", "the shredder", "the baler",
			"the fire extinguisher", "the tape dispenser", "the hand truck", "the floor scale", "the water cooler", "the bandage box", "the time clock",
			"the charger"},
		Kinds: []Noun{{"pallet", "pallets"}, {"parcel", "parcels"}, {"shelf", "shelves"}, {"trolley", "trolleys"}, {"drum", "drums"},
			{"cardboard box", "cardboard boxes"}},
		Actors: []string{"the driver", "the packer", "the foreman", "the stock clerk"},
	},
	{
		Name: "garden",
		Places: []string{"the orchard", "the rose garden", "the greenhouse", "the herb bed", "the tool shed", "the lawn", "the vegetable patch",
			"the summer house", "the terrace"},
		Things: []string{"the old well", "the sundial", "the compost heap", "the wheelbarrow", "the birdbath", "the stone lion", "the garden hose",
			"the watering can", "the swing", "the beehive", "the fountain", "the scarecrow", "the lawnmower", "the rain barrel", "the hammock",
			"the trellis"},
		Kinds: []Noun{{"bench", "benches"}, {"flowerpot", "flowerpots"}, {"lantern", "lanterns"}, {"pear tree", "pear trees"}, {"bush", "bushes"},
			{"garden gnome", "garden gnomes"}},
		Actors: []string{"the gardener", "the beekeeper", "the neighbour", "the visitor"},
	},
	{
		Name: "museum",
		Places: []string{"the entrance hall", "the print cabinet", "the coin cabinet", "the sculpture court", "the cloakroom", "the reading room",
			"the armoury", "the long gallery", "the planetarium"},
		Things: []string{"the marble bust", "the bronze horse", "the mummy", "the model ship", "the globe", "the suit of armour", "the stone axe",
			"the tapestry", "the meteorite", "the whale skeleton", "the ticket desk", "the grandfather clock", "the harpsichord", "the donation box",
			"the golden mask"},
		Kinds: []Noun{{"statue", "statues"}, {"vase", "vases"}, {"painting", "paintings"}, {"showcase", "showcases"}, {"fossil", "fossils"},
			{"stool", "stools"}},
		Actors: []string{"the guard", "the curator", "the tourist", "the restorer"},
	},
	{
		Name: "station",
		Places: []string{"the waiting room", "the ticket hall", "the luggage office", "the signal box", "the goods yard", "the parcel store",
			"the buffet", "the underpass", "the engine shed"},
		Things: []string{"the station clock", "the ticket machine", "the timetable", "the newspaper stand", "the steam engine", "the mail van",
			"the water crane", "the photo booth", "the drinks machine", "the buffer stop", "the public telephone", "the flower stall", "the litter bin",
			"the shoeshine stand", "the weighing machine"},
		Kinds: []Noun{{"suitcase", "suitcases"}, {"seat", "seats"}, {"bicycle", "bicycles"}, {"lamp post", "lamp posts"}, {"wagon", "wagons"},
			{"rucksack", "rucksacks"}},
		Actors: []string{"the conductor", "the porter", "the traveller", "the stationmaster"},
	},
	{
		Name: "farm",
		Places: []string{"the barn", "the stable", "the henhouse", "the dairy", "the paddock", "the pigsty", "the hayloft", "the meadow",
			"the smithy"},
		Things: []string{"the tractor", "the plough", "the water trough", "the dung heap", "the hay cart", "the chopping block", "the grain silo",
			"the butter churn", "the windmill", "the weathercock", "the iron gate", "the sheepdog", "the bull", "the saddle rack", "the anvil"},
		Kinds: []Noun{{"cow", "cows"}, {"hen", "hens"}, {"goat", "goats"}, {"milk can", "milk cans"}, {"straw bale", "straw bales"},
			{"bucket", "buckets"}, {"pumpkin", "pumpkins"}},
		Actors: []string{"the farmer", "the milkmaid", "the shepherd", "the vet"},
	},
	{
		Name: "school",
		Places: []string{"the classroom", "the library", "the gym", "the canteen", "the music room", "the chemistry lab", "the staff room",
			"the playground", "the sick bay"},
		Things: []string{"the blackboard", "the piano", "the atlas", "the skeleton", "the fish tank", "the projector", "the notice board",
			"the climbing frame", "the vaulting horse", "the brass microscope", "the trophy cabinet", "the photocopier", "the school bell",
			"the pencil sharpener", "the drinking fountain"},
		Kinds: []Noun{{"desk", "desks"}, {"satchel", "satchels"}, {"locker", "lockers"}, {"book", "books"}, {"football", "footballs"},
			{"coat hook", "coat hooks"}},
		Actors: []string{"the teacher", "the pupil", "the caretaker", "the headmistress"},
	},
	{
		Name: "office",
		Places: []string{"the meeting room", "the mail room", "the reception", "the archive", "the print room", "the server room", "the break room",
			"the lobby", "the roof terrace"},
		Things: []string{"the coffee machine", "the whiteboard", "the safe", "the rubber plant", "the coat stand", "the filing cabinet",
			"the laser printer", "the leather sofa", "the paper shredder", "the cuckoo clock", "the fax machine", "the aquarium", "the drawing board",
			"the desk lamp", "the suggestion box"},
		Kinds: []Noun{{"swivel chair", "swivel chairs"}, {"monitor", "monitors"}, {"folder", "folders"}, {"telephone", "telephones"},
			{"keyboard", "keyboards"}, {"wastebasket", "wastebaskets"}},
		Actors: []string{"the manager", "the secretary", "the intern", "the cleaner"},
	},
	{
		Name: "hospital",
		Places: []string{"the operating theatre", "the pharmacy", "the maternity ward", "the blood bank", "the chapel", "the nursery",
			"the linen room", "the plaster room", "the day room"},
		Things: []string{"the scanner", "the medicine cabinet", "the examination couch", "the drip stand", "the oxygen cylinder", "the eye chart",
			"the cradle", "the screen", "the washbasin", "the heart monitor", "the defibrillator", "the linen basket", "the dental chair",
			"the magazine rack", "the alarm button"},
		Kinds: []Noun{{"bed", "beds"}, {"wheelchair", "wheelchairs"}, {"stretcher", "stretchers"}, {"pillow", "pillows"}, {"crutch", "crutches"},
			{"bedside table", "bedside tables"}},
		Actors: []string{"the surgeon", "the nurse", "the patient", "the midwife"},
	},
}

// NounOf returns the noun of a kind that some theme has; the plural of others ends in s.
func NounOf(kind string) Noun {
	for i := range themes {
		for _, noun := range themes[i].Kinds {
			if noun.Singular == kind {
				return noun
			}
		}
	}
	return Noun{Singular: kind, Plural: kind + "s"}
}
