// Package seed makes independent named random streams.
//
// A [Key] is a hash of (stream version, corpus seed, stream name, record number), so neighbouring seeds and
// neighbouring records give unrelated streams and any record can be made alone. A [Stream] is the production
// [Source] of random choices; tests drive the same samplers through other Sources, for instance one that lets a
// property-testing library shrink every choice.
package seed

import (
	"encoding/binary"
	"math/bits"

	"golang.org/x/exp/rand" //lint:ignore SA1019 frozen upstream, which is what a reproducible corpus wants
)

// Version numbers every choice that goes into a corpus: the map from (seed, stream name, record number) to random
// numbers, the samplers and designs that draw from it, drawings, fingerprints and the rule of splits. A change to any of
// their results bumps it; changes to words bump the lexicon version instead.
const Version = 2

// Source makes random choices. Intn returns a whole number in [0, n), every value equally likely; n must be at
// least 1. Everything that samples takes a Source as its last-but-one or last argument and draws from nothing else.
type Source interface {
	Intn(n int) int
}

// Key identifies one stream. Keys are values: they can be compared, copied and derived in any order.
// The zero Key is valid but belongs to no corpus.
type Key struct{ hi, lo uint64 }

// NewKey returns the root key of a corpus with this seed, under the current [Version].
func NewKey(corpus uint64) Key {
	const gridscri = 0x6772696473637269 // in ASCII
	return Key{gridscri, Version}.derive(corpus)
}

// Named derives the key of a named stage, such as "layout" or "words".
func (k Key) Named(name string) Key {
	h := k.derive(1<<63 | uint64(len(name))) // the top bit keeps names and record numbers apart
	for len(name) > 0 {
		var word uint64
		n := min(8, len(name))
		for i := range n {
			word |= uint64(name[i]) << (8 * i)
		}
		h, name = h.derive(word), name[n:]
	}
	return h
}

// At derives the key of record number i, 0 or more.
func (k Key) At(i int64) Key { return k.derive(uint64(i)) }

// Uint64 returns 64 well-mixed bits of the key: a hash for arithmetic that needs no stream.
func (k Key) Uint64() uint64 { return k.lo ^ bits.RotateLeft64(k.hi, 32) }

// derive absorbs one word: different words give different keys.
func (k Key) derive(word uint64) Key {
	a := Mix(k.hi ^ word*0x9e3779b97f4a7c15)
	b := Mix(k.lo + bits.RotateLeft64(word, 29)*0xd1342543de82ef95 + a)
	return Key{hi: a ^ bits.RotateLeft64(b, 17), lo: b}
}

// Mix scrambles 64 bits, one to one: the finaliser of SplitMix64 (Steele, Lea & Flood 2014), with the constants of
// Stafford's variant 13.
func Mix(z uint64) uint64 {
	z += 0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// Stream is the Source that production uses: PCG XSL RR 128/64 (O'Neill 2014), its whole state set from a Key.
// The zero Stream works but always gives the same choices; start one with [Key.Stream] or [Stream.Reset].
// A Stream must not be used from two goroutines at once.
type Stream struct{ pcg rand.PCGSource }

// Stream starts the stream of this key.
func (k Key) Stream() *Stream {
	s := new(Stream)
	s.Reset(k)
	return s
}

// Reset restarts the stream at key k, without allocating.
func (s *Stream) Reset(k Key) {
	var state [16]byte
	binary.BigEndian.PutUint64(state[:8], k.hi)
	binary.BigEndian.PutUint64(state[8:], k.lo)
	_ = s.pcg.UnmarshalBinary(state[:]) // fails only on short input
}

// Uint64 returns the next 64 random bits.
func (s *Stream) Uint64() uint64 { return s.pcg.Uint64() }

// Intn returns a whole number in [0, n), exactly uniform (Lemire 2019). For n < 2 it
// returns 0 and draws nothing.
func (s *Stream) Intn(n int) int {
	if n < 2 {
		return 0
	}
	bound := uint64(n)
	hi, lo := bits.Mul64(s.pcg.Uint64(), bound)
	if lo < bound {
		for threshold := -bound % bound; lo < threshold; {
			hi, lo = bits.Mul64(s.pcg.Uint64(), bound)
		}
	}
	return int(hi)
}

// Shuffle puts a slice in random order, every order equally likely.
func Shuffle[T any](src Source, s []T) {
	for i := len(s) - 1; i > 0; i-- {
		j := src.Intn(i + 1)
		s[i], s[j] = s[j], s[i]
	}
}

// Pick returns a random index into weights, index i with probability weights[i]/total. Weights must not be negative
// and total must be their sum, at least 1.
func Pick[W ~int | ~uint8 | ~uint16](src Source, weights []W, total int) int {
	at := src.Intn(total)
	for i, w := range weights {
		if at -= int(w); at < 0 {
			return i
		}
	}
	return len(weights) - 1
}
