package layout_test

import (
	"reflect"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
)

func logOf() *layout.Log {
	return &layout.Log{
		Places: []string{"p", "q", "r"}, Things: []string{"A", "B"}, Items: []string{"x"}, Row: true,
		Events: []layout.Event{{Step: 1, Thing: 0, Place: 0}, {Step: 2, Thing: 1, Place: 2, Item: 1}, {Step: 3, Thing: 0, Place: 1}},
	}
}

func TestLogValidate(t *testing.T) {
	if err := (&layout.Log{}).Validate(); err != nil {
		t.Errorf("the zero log: %v", err)
	}
	if err := logOf().Without(1).Validate(); err != nil {
		t.Errorf("with an event hidden: %v", err)
	}
	for name, spoil := range map[string]func(l *layout.Log){
		"empty name":    func(l *layout.Log) { l.Things[1] = "" },
		"name twice":    func(l *layout.Log) { l.Things[1] = "p" },
		"step left out": func(l *layout.Log) { l.Events[2].Step = 4 },
		"no such thing": func(l *layout.Log) { l.Events[0].Thing = 2 },
		"no such place": func(l *layout.Log) { l.Events[0].Place = 3 },
		"less than 0":   func(l *layout.Log) { l.Events[0].Place = -1 },
		"no such item":  func(l *layout.Log) { l.Events[0].Item = 2 },
	} {
		l := logOf()
		if spoil(l); l.Validate() == nil {
			t.Errorf("%s: it is valid", name)
		}
	}
}

func TestLogCopies(t *testing.T) {
	l := logOf()
	if got := l.Mirror(); got.Places[got.Events[0].Place] != "p" || got.Places[got.Events[2].Place] != "q" || got.Places[0] != "r" ||
		!reflect.DeepEqual(got.Mirror(), logOf()) {
		t.Errorf("the mirror image is %+v", got)
	}
	if got := l.Without(1); got.Events[1].Known() || got.Events[1].Step != 2 || !got.Events[0].Known() {
		t.Errorf("without event 1: %+v", got)
	}
	if l.Without(-1) != l || l.Without(3) != l {
		t.Error("without an event that there is not, it is another log")
	}
	if !reflect.DeepEqual(l, logOf()) {
		t.Errorf("the log became %+v", l)
	}
}
