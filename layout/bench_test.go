package layout_test

import (
	"fmt"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// benchSpecs are the sizes that are measured: an ordinary problem, a large one, a very large one.
func benchSpecs() (specs []layout.Spec) {
	for _, size := range [][2]int{{8, 12}, {26, 40}, {100, 150}} {
		for _, unique := range []bool{true, false} {
			specs = append(specs, layout.Spec{Objects: size[0], Facts: size[1], Unique: unique, Answer: layout.NE})
		}
	}
	return specs
}

func benchName(spec layout.Spec) string {
	if spec.Unique {
		return fmt.Sprintf("n=%d/unique", spec.Objects)
	}
	return fmt.Sprintf("n=%d/ambiguous", spec.Objects)
}

// benchProblems is how many problems a benchmark goes round, so that no single one is measured.
const benchProblems = 32

type problem struct {
	net              layout.Network
	facts            []layout.Fact
	locatum, relatum int
}

func problemsFor(tb testing.TB, spec layout.Spec) []problem {
	tb.Helper()
	var sampler layout.Sampler
	problems := make([]problem, benchProblems)
	for i := range problems {
		p := &problems[i]
		src := seed.NewKey(7).At(int64(i)).Stream()
		facts, err := sampler.Sample(spec, src)
		if err != nil {
			tb.Fatal(err)
		}
		p.facts = append(p.facts, facts...)
		if err := p.close(&p.net, spec); err != nil {
			tb.Fatal(err)
		}
		if p.locatum, p.relatum, err = sampler.ChoosePair(spec, &p.net, src); err != nil {
			tb.Fatal(err)
		}
	}
	return problems
}

func (p *problem) close(net *layout.Network, spec layout.Spec) error {
	if err := net.Reset(spec.Objects, layout.World{}); err != nil {
		return err
	}
	for _, f := range p.facts {
		if err := net.Add(f); err != nil {
			return err
		}
	}
	return nil
}

// eachProblem runs a benchmark over the problems of every size.
func eachProblem(b *testing.B, run func(spec layout.Spec, p *problem) error) {
	for _, spec := range benchSpecs() {
		b.Run(benchName(spec), func(b *testing.B) {
			problems := problemsFor(b, spec)
			for i := range problems {
				_ = run(spec, &problems[i]) // grow the scratch space
			}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if err := run(spec, &problems[i%benchProblems]); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkNetworkAdd closes a whole problem, fact by fact.
func BenchmarkNetworkAdd(b *testing.B) {
	var net layout.Network
	eachProblem(b, func(spec layout.Spec, p *problem) error { return p.close(&net, spec) })
}

func BenchmarkProve(b *testing.B) {
	eachProblem(b, func(spec layout.Spec, p *problem) error {
		if _, ok := p.net.Prove(p.locatum, p.relatum, spec.Aspect); !ok {
			return fmt.Errorf("no proof of %d, %d", p.locatum, p.relatum)
		}
		return nil
	})
}

func BenchmarkRealise(b *testing.B) {
	var cells []layout.Cell
	eachProblem(b, func(_ layout.Spec, p *problem) error {
		cells = p.net.Realise(cells[:0])
		return nil
	})
}

func BenchmarkSample(b *testing.B) {
	var sampler layout.Sampler
	var src seed.Stream
	key := seed.NewKey(7)
	record := int64(0)
	eachProblem(b, func(spec layout.Spec, _ *problem) error {
		src.Reset(key.At(record))
		record++
		_, err := sampler.Sample(spec, &src)
		return err
	})
}

// BenchmarkRecord makes whole records, as a corpus does: sample, close, choose, prove and realise.
func BenchmarkRecord(b *testing.B) {
	var m recordMaker
	record := int64(0)
	eachProblem(b, func(spec layout.Spec, _ *problem) error {
		record++
		return m.make(spec, record)
	})
}

// recordMaker holds all the scratch space of a worker.
type recordMaker struct {
	src     seed.Stream
	sampler layout.Sampler
	net     layout.Network
	cells   []layout.Cell
}

func (m *recordMaker) make(spec layout.Spec, record int64) error {
	m.src.Reset(seed.NewKey(7).Named("layout").At(record))
	facts, err := m.sampler.Sample(spec, &m.src)
	if err != nil {
		return err
	}
	if err := m.net.Reset(spec.Objects, layout.World{}); err != nil {
		return err
	}
	for _, f := range facts {
		if err := m.net.Add(f); err != nil {
			return err
		}
	}
	a, b, err := m.sampler.ChoosePair(spec, &m.net, &m.src)
	if err != nil {
		return err
	}
	m.net.Prove(a, b, spec.Aspect)
	m.cells = m.net.Realise(m.cells[:0])
	return nil
}

// TestRecordsAllocateNothing: once the scratch space has grown, a record costs no memory.
func TestRecordsAllocateNothing(t *testing.T) {
	var m recordMaker
	specs := feasibleSpecs()
	round := func() {
		for i := 0; i < len(specs); i += 7 {
			if err := m.make(specs[i], int64(i)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if allocs := testing.AllocsPerRun(3, round); allocs != 0 { // which runs it once before it counts
		t.Errorf("%v allocations in a round of %d records, want none", allocs, len(specs)/7)
	}
}

// readingCase is a way to state a problem: how a fact is read, in which world.
type readingCase struct {
	name  string
	world layout.World
	state func(k int, f layout.Fact, cells []layout.Cell) layout.Fact
}

// readingCases state the same problems in all readings, true of one layout.
func readingCases() []readingCase {
	measured := func(f layout.Fact, cells []layout.Cell) layout.Fact {
		a, b := cells[f.Locatum], cells[f.Relatum]
		return layout.Fact{
			Locatum: f.Locatum, Relatum: f.Relatum, Reading: layout.Measured,
			Rows: layout.Interval{Lo: a.Row - b.Row, Hi: a.Row - b.Row}, Cols: layout.Interval{Lo: a.Col - b.Col, Hi: a.Col - b.Col},
		}
	}
	read := func(r layout.Reading) func(int, layout.Fact, []layout.Cell) layout.Fact {
		return func(_ int, f layout.Fact, _ []layout.Cell) layout.Fact {
			f.Reading = r
			return f
		}
	}
	mixed := func(k int, f layout.Fact, cells []layout.Cell) layout.Fact {
		switch k % 4 {
		case 1:
			f.Reading = layout.HalfPlane
		case 2:
			f = measured(f, cells)
		case 3:
			f = measured(f, cells)
			f.Rows.Lo, f.Cols.Hi = f.Rows.Lo-2, layout.Unbounded
		}
		return f
	}
	return []readingCase{
		{"aligned", layout.World{}, read(layout.Aligned)},
		{"half-plane", layout.World{}, read(layout.HalfPlane)},
		{"measured,shared", layout.World{Sharing: true}, func(_ int, f layout.Fact, cells []layout.Cell) layout.Fact { return measured(f, cells) }},
		{"measured", layout.World{}, func(_ int, f layout.Fact, cells []layout.Cell) layout.Fact { return measured(f, cells) }},
		{"mixed", layout.World{}, mixed},
		{"mixed,framed,shared", layout.World{Rows: 120, Cols: 120, Sharing: true}, mixed},
		{"aligned,framed", layout.World{Rows: 120, Cols: 120}, read(layout.Aligned)},
		{"mixed,framed", layout.World{Rows: 120, Cols: 120}, mixed},
	}
}

// BenchmarkAddReadings closes a whole problem, fact by fact, in every reading; see the metric for one fact.
func BenchmarkAddReadings(b *testing.B) {
	for _, size := range [][2]int{{8, 12}, {26, 40}, {100, 150}} {
		for _, c := range readingCases() {
			spec := layout.Spec{Objects: size[0], Facts: size[1], Answer: layout.NE}
			b.Run(fmt.Sprintf("n=%d/%s", size[0], c.name), func(b *testing.B) {
				var net layout.Network
				problems := problemsFor(b, spec)
				for i := range problems {
					p := &problems[i]
					cells := p.net.Realise(nil)
					for k := range p.facts {
						p.facts[k] = c.state(k, p.facts[k], cells)
					}
				}
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					p := &problems[i%benchProblems]
					if err := net.Reset(spec.Objects, c.world); err != nil {
						b.Fatal(err)
					}
					for _, f := range p.facts {
						if err := net.Add(f); err != nil {
							b.Fatal(err)
						}
					}
					if net.GaveUp() {
						b.Fatal("gave up")
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*spec.Facts), "ns/fact")
			})
		}
	}
}

// BenchmarkStepGame solves what a story of StepGame asks: a chain of k unit steps, some of them said from the other side,
// in any order, and as many false trails; cells may be shared.
func BenchmarkStepGame(b *testing.B) {
	for _, k := range []int{5, 10} {
		var stories [][]layout.Fact
		for i := range benchProblems {
			src := seed.NewKey(3).At(int64(i)).Stream()
			var facts []layout.Fact
			for j := range k {
				f := layout.Fact{Locatum: j, Relatum: j + 1, Relation: eightRelations[src.Intn(8)], Reading: layout.UnitStep}
				if src.Intn(2) == 0 {
					f = f.Converse()
				}
				facts = append(facts, f)
			}
			seed.Shuffle(src, facts)
			stories = append(stories, facts)
		}
		for _, prove := range []bool{false, true} {
			name := fmt.Sprintf("k=%d/entails", k)
			if prove {
				name = fmt.Sprintf("k=%d/prove", k)
			}
			b.Run(name, func(b *testing.B) {
				var net layout.Network
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					if err := net.Reset(k+1, layout.World{Sharing: true}); err != nil {
						b.Fatal(err)
					}
					for _, f := range stories[i%benchProblems] {
						if err := net.Add(f); err != nil {
							b.Fatal(err)
						}
					}
					if _, ok := net.Entails(0, k, layout.Full); !ok {
						b.Fatal("open")
					}
					if prove {
						if p, ok := net.Prove(0, k, layout.Full); !ok || p.Hops() != k {
							b.Fatal(p)
						}
					}
				}
			})
		}
	}
}
