package gridscribe_test

// goldens are the SHA-256 sums of the first 1,000 records of some corpora: of all that appendAll appends.
// Written by go test -run TestGoldens -update .
var goldens = map[string]string{
	"3 to 26 objects, seed 7":  "33fbfd40955581756cc016975fa0360314f2beb6ebbe31ad167217292fd1df1e",
	"all families, seed 0":     "332c91d50df80e3f406190b5317a3b58b8110692eafd4c73dee2a9a5ecf6de9f",
	"babi17":                   "0b90b6419d67013d10d8b858f7f0ec29d1b1ca320ee16c77891788a80f3230e3",
	"babi19":                   "b8f02018ed80df24772237f25a861deeeaad64649156ee9264ddb5ddaf67d751",
	"curriculum":               "14d6af41ede21297a4f1dbf08bd359184cef5585531e45ec321364e56ada06f8",
	"every kind of distractor": "361525dcaedf4efeaf785ccae018410888cef4025eb86926b8299f2742338a99",
	"longer paths":             "5d0ba7ced889e11358e4fec154f1f73b9da694cc4a2d57c05c7ec01d7857cbc7",
	"more shapes":              "27433b744ec138641edac138e46bde94366767a491da68e0af7ffc116dcfee41",
	"no sharing":               "11a3ba88ed3207f7acb60e2a4822cf951463b2d1cf267f4b2bd686909da203fe",
	"stepgame":                 "6fc67dc35cb4e9355ad49f7f019a5bd43e6f3c10b30052cbc0da6de709aacfb1",
	"stepgame-noise":           "6f203deed6ead704c224348c61d9386cfc6d529f8acea49ffe4a16ae5c12d02e",
	"text2space, seed 0":       "50e4130c131ffdd0e365bea687b776ff92c8184c41ac610caef7c63f9939439a",
	"text2space, seed 42":      "95bac2b2f52689c22bf781e6c0c8258784c904f06465791e1745e10c7c266b26",
}
