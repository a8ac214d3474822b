package gridscribe

import (
	"reflect"
	"strings"
	"testing"
)

// fillFields sets all that a value holds to something but zero, each list to two elements.
func fillFields(t *testing.T, v reflect.Value) {
	switch {
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			fillFields(t, v.Field(i))
		}
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fillFields(t, v.Index(i))
		}
	case v.Kind() == reflect.String:
		v.SetString("x")
	case v.Kind() == reflect.Bool:
		v.SetBool(true)
	case v.CanInt():
		v.SetInt(1)
	case v.CanUint():
		v.SetUint(1)
	default:
		t.Fatalf("a Config holds a %v, of which clone and ReadConfig know nothing", v.Type())
	}
}

// listFields calls visit with every list that is a field, and its names in JSON from the outside in.
func listFields(v reflect.Value, names []string, visit func(names []string, list reflect.Value)) {
	for i := range v.NumField() {
		field, at := v.Type().Field(i), names
		if !field.Anonymous {
			name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			at = append(names[:len(names):len(names)], name)
		}
		switch field.Type.Kind() {
		case reflect.Slice:
			visit(at, v.Field(i))
		case reflect.Struct:
			listFields(v.Field(i), at, visit)
		}
	}
}

// arrays returns where all lists begin, also those within lists.
func arrays(v reflect.Value, all map[uintptr]bool) map[uintptr]bool {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			arrays(v.Field(i), all)
		}
	case reflect.Slice:
		all[v.Pointer()] = true
		for i := range v.Len() {
			arrays(v.Index(i), all)
		}
	}
	return all
}

// TestConfigLists: clone and ReadConfig, which name the lists of a Config one by one, have left out none.
func TestConfigLists(t *testing.T) {
	full := func() (c Config) {
		fillFields(t, reflect.ValueOf(&c).Elem())
		return c
	}
	base, found := full(), 0
	own := arrays(reflect.ValueOf(base), make(map[uintptr]bool))
	check := func(t *testing.T, got, want Config) {
		t.Helper()
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v\nwant %+v", got, want)
		}
		if !reflect.DeepEqual(base, full()) {
			t.Errorf("the base has become %+v", base)
			base = full()
		}
		for at := range arrays(reflect.ValueOf(got), make(map[uintptr]bool)) {
			if own[at] {
				t.Errorf("a list is shared by %+v and %+v", got, base)
			}
		}
	}
	check(t, base.clone(), full())
	got, err := ReadConfig(strings.NewReader("{}"), base)
	if err != nil {
		t.Fatal(err)
	}
	check(t, got, full())

	want := full()
	listFields(reflect.ValueOf(&want).Elem(), nil, func(names []string, list reflect.Value) {
		found++
		t.Run(strings.Join(names, "."), func(t *testing.T) {
			one := map[reflect.Kind]string{reflect.Struct: "[{}]", reflect.Slice: "[null]"}[list.Type().Elem().Kind()]
			if one == "" {
				t.Fatalf("a list of %v: say here how one of its zero values is written", list.Type().Elem())
			}
			for i := len(names) - 1; i >= 0; i-- {
				one = `{"` + names[i] + `": ` + one + `}`
			}
			got, err := ReadConfig(strings.NewReader(one), base)
			if err != nil {
				t.Fatal(err)
			}
			before := reflect.ValueOf(list.Interface())
			list.Set(reflect.MakeSlice(list.Type(), 1, 1))
			check(t, got, want)
			list.Set(before)
		})
	})
	if found < 7 {
		t.Errorf("%d lists were found", found)
	}
}
