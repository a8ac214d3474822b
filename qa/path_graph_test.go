package qa_test

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/gridscribe/gridscribe/qa/qatest"
)

var (
	pathPlaces = regexp.MustCompile(`^The places are (.*?)\. There are these ways between them, and no others; each can be gone in both directions: (.*)\.$`)
	pathWay    = regexp.MustCompile(`^(.*) to (.*?)(?: \(length (\d+)\))?$`)
	pathPlace  = regexp.MustCompile(`^[A-Z]$`)
)

var pathGraphQuestions = map[string]*regexp.Regexp{
	"steps":  regexp.MustCompile(`^(?:Give a shortest way from (.*) to (.*)\.|Over which places does the shortest way from (.*) to (.*) lead\?) Answer with all places on it .* or with "none" if there is no way\.$`),
	"length": regexp.MustCompile(`^(?:How long is a shortest way from (.*) to (.*)\?|What is the least length of a way from (.*) to (.*)\?) Answer with a whole number, or with "none" if there is no way\.$`),
	"reach":  regexp.MustCompile(`^(?:Is there a way from (.*) to (.*)\?|Can one get from (.*) to (.*)\?) Answer with "yes" or "no"\.$`),
}

// pathGraph reads the ways of a graph off a prompt: of its text, and of its drawing.
func pathGraph(paragraphs []string) (all []map[[2]string]int, err error) {
	for _, p := range paragraphs {
		ways := map[[2]string]int{}
		add := func(a, b string, length int) { ways[[2]string{a, b}], ways[[2]string{b, a}] = length, length }
		if m := pathPlaces.FindStringSubmatch(p); m != nil {
			list, unit := strings.CutSuffix(m[2], ". Every way has length 1")
			for _, way := range strings.Split(list, "; ") {
				w := pathWay.FindStringSubmatch(way)
				if w == nil || (w[3] == "") != unit {
					return nil, fmt.Errorf("way %q", way)
				}
				length := 1
				if !unit {
					length, _ = strconv.Atoi(w[3])
				}
				add(w[1], w[2], length)
			}
			for _, name := range strings.Split(strings.Replace(m[1], " and ", ", ", 1), ", ") {
				ways[[2]string{name, name}] = 0
			}
			all = append(all, ways)
			continue
		}
		// From every letter along each line to the next letter.
		lines := strings.Split(p, "\n")
		at := func(r, c int) string {
			if r < 0 || r >= len(lines) || c < 0 || c >= len(lines[r]) {
				return " "
			}
			return lines[r][c : c+1]
		}
		for r, line := range lines {
			for c := range line {
				if !pathPlace.MatchString(at(r, c)) {
					continue
				}
				ways[[2]string{at(r, c), at(r, c)}] = 0
				right, down := c+1, r+1
				for at(r, right) == "-" {
					right++
				}
				for at(down, c) == "|" {
					down++
				}
				if right > c+1 {
					add(at(r, c), at(r, right), 1)
				}
				if down > r+1 {
					add(at(r, c), at(down, c), 1)
				}
			}
		}
		all = append(all, ways)
	}
	return all, nil
}

// pathGraphSolve measures all ways at once (Floyd 1962, Warshall 1962).
func pathGraphSolve(prompt string) (s qatest.Solution, err error) {
	paragraphs := strings.Split(prompt, "\n\n")
	n := len(paragraphs)
	if n < 3 {
		return s, fmt.Errorf("%d paragraphs", n)
	}
	all, err := pathGraph(paragraphs[:n-2])
	if err != nil {
		return s, err
	}
	ways := all[0]
	for _, other := range all {
		if fmt.Sprint(other) != fmt.Sprint(ways) {
			return s, errors.New("the drawing is not what the text says")
		}
	}
	const far = 1 << 20
	var names []string
	dist := map[[2]string]int{}
	for w := range ways {
		if w[0] == w[1] {
			names = append(names, w[0])
		}
	}
	for _, a := range names {
		for _, b := range names {
			if dist[[2]string{a, b}] = far; a == b {
				dist[[2]string{a, b}] = 0
			} else if length := ways[[2]string{a, b}]; length > 0 {
				dist[[2]string{a, b}] = length
			}
		}
	}
	for _, k := range names {
		for _, a := range names {
			for _, b := range names {
				dist[[2]string{a, b}] = min(dist[[2]string{a, b}], dist[[2]string{a, k}]+dist[[2]string{k, b}])
			}
		}
	}
	for form, question := range pathGraphQuestions {
		m := question.FindStringSubmatch(paragraphs[n-1])
		if m == nil {
			continue
		}
		from, to := m[1]+m[3], m[2]+m[4]
		best, ok := dist[[2]string{from, to}]
		mayFail := strings.Contains(paragraphs[n-2], "There may be no way.")
		switch {
		case !ok:
			return s, fmt.Errorf("no %q or %q", from, to)
		case form != "reach" && !mayFail:
			return s, errors.New("it is not said that there may be no way")
		case form == "reach" && best < far:
			return qatest.Solution{Answer: "yes"}, nil
		case form == "reach":
			return qatest.Solution{Answer: "no"}, nil
		case best >= far:
			return qatest.Solution{Answer: "none"}, nil
		case form == "length":
			return qatest.Solution{Answer: strconv.Itoa(best)}, nil
		}
		return qatest.Solution{Answer: fmt.Sprint("length ", best), Right: func(answer string) bool {
			places := strings.Split(answer, ", ")
			sum := 0
			for i := range places[1:] {
				length := ways[[2]string{places[i], places[i+1]}]
				if length == 0 {
					return false
				}
				sum += length
			}
			return places[0] == from && places[len(places)-1] == to && sum == best
		}}, nil
	}
	return s, fmt.Errorf("%q is not understood", paragraphs[n-1])
}
