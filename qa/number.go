package qa

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Number answers a question for a number. The zero Number is the answer 0.
type Number struct {
	Value    int    // in units of the last decimal
	Decimals int    // how many of the digits stand after the point, 0 to 6
	Unit     string // "cells", "m"; "" for none
}

// String returns the number with its decimals and its unit, as in "4", "12 cells" and "2.50 m".
func (n Number) String() string {
	var text string
	if n.Decimals <= 0 {
		text = strconv.Itoa(n.Value)
	} else {
		sign, value := "", n.Value
		if value < 0 {
			sign, value = "-", -value
		}
		text = fmt.Sprintf("%0*d", n.Decimals+1, value)
		text = sign + text[:len(text)-n.Decimals] + "." + text[len(text)-n.Decimals:]
	}
	if n.Unit != "" {
		text += " " + n.Unit
	}
	return text
}

// Equal reports whether other is the same number of the same unit.
func (n Number) Equal(other Answer) bool {
	o, ok := other.(Number)
	if !ok || n.Unit != o.Unit {
		return false
	}
	a, b := int64(n.Value), int64(o.Value) // an int may have 32 bits
	for d := n.Decimals; d < o.Decimals; d++ {
		a *= 10
	}
	for d := o.Decimals; d < n.Decimals; d++ {
		b *= 10
	}
	return a == b
}

func (Number) sealed() {}

// less reports whether the number is less than another one, whatever their units.
func (n Number) less(o Number) bool {
	for n.Decimals < o.Decimals {
		n.Value, n.Decimals = 10*n.Value, n.Decimals+1
	}
	for o.Decimals < n.Decimals {
		o.Value, o.Decimals = 10*o.Value, o.Decimals+1
	}
	return n.Value < o.Value
}

var numberWords = map[string]int{
	"zero": 0, "no": 0, "none": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
	"nineteen": 19, "twenty": 20,
}

// readNumber reads the number that a response gives. The unit may be left out, or be one of those named; another is refused. With the
// words in after the number may be followed by what was counted, as in "3 chairs".
func readNumber(response, unit string, after ...string) (Number, error) {
	return readNumberSaid(response, unit, nil, after...)
}

// readNumberSaid reads a number as readNumber does, also after one of the leads, such as "the distance is "; with its unit then, where it has one,
// because what comes before the last step to the answer is said so too.
func readNumberSaid(response, unit string, leads []string, after ...string) (Number, error) {
	parse := func(text string) (Number, bool) {
		rest, said := withoutLead(text, leads...)
		if said && unit != "" && strings.TrimRight(rest, "0123456789") != rest {
			return Number{}, false
		}
		return numberOf(rest, unit, after)
	}
	return settle(response, parse, func(text string, given *Number) error {
		if err := hedged(text); err != nil {
			return err
		}
		if given != nil {
			return negated(text)
		}
		return nil
	})
}

// numberOf returns the number that a text is.
func numberOf(text, unit string, after []string) (Number, bool) {
	for _, before := range []string{"there are ", "there is ", "it is ", "that makes ", "the number is ", "the count is ", "the total is ", "exactly ", "= "} {
		if len(text) > len(before) && strings.EqualFold(text[:len(before)], before) {
			text = text[len(before):]
		}
	}
	word, rest, _ := strings.Cut(text, " ")
	if digits := strings.TrimLeft(word, "+-.0123456789"); digits != "" && len(digits) < len(word) && (digits == unit || slices.Contains(after, digits)) {
		word, rest = word[:len(word)-len(digits)], strings.TrimSpace(digits+" "+rest) // "12m"
	}
	n := Number{Unit: unit}
	if value, ok := numberWords[strings.ToLower(word)]; ok {
		n.Value = value
	} else {
		whole, decimals, pointed := strings.Cut(word, ".")
		if pointed && decimals == "" || len(decimals) > 6 || len(whole) > 9 || strings.HasPrefix(whole, "+") {
			return Number{}, false
		}
		value, err := strconv.Atoi(whole + decimals)
		if err != nil || strings.ContainsAny(decimals, "+-") {
			return Number{}, false
		}
		n.Value, n.Decimals = value, len(decimals)
	}
	rest = strings.ToLower(strings.TrimSpace(rest))
	if rest == "" {
		return n, true
	}
	units := after
	if unit != "" {
		units = append([]string{unit, strings.TrimSuffix(unit, "s")}, after...)
	}
	for _, u := range units {
		if rest == strings.ToLower(u) {
			return n, true
		}
	}
	return Number{}, false
}

// trimmed returns a number without decimals that are 0.
func trimmed(n Number) Number {
	for n.Decimals > 0 && n.Value%10 == 0 {
		n.Value, n.Decimals = n.Value/10, n.Decimals-1
	}
	return n
}
