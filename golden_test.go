package gridscribe_test

// goldens are the SHA-256 sums of the first 1,000 records of some corpora: of all that appendAll appends.
// Written by go test -run TestGoldens -update .
var goldens = map[string]string{
	"3 to 26 objects, seed 7": "f067b1abcfc4f7e0c843a505408a36f3e45608942e96709a9aff291395dcfd31",
	"text2space, seed 0":      "309f417f7f6651de89a15550d7ea14e7a01eebef5e3a6bc89e7bc2cda953dbf7",
	"text2space, seed 42":     "2dde4c6fa038d14e8b0f777217c952c9db97da641d5467628281d91268aeca75",
}
