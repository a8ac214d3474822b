package seed

// RawSeed starts the stream the way rand.NewSource(k) starts its generator: k itself is the state, not a hash. It is
// here so that a test can show what the hash is for without a second import of golang.org/x/exp/rand.
func (s *Stream) RawSeed(k uint64) { s.pcg.Seed(k) }
