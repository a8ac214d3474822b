package export

import (
	"fmt"
	"time"
)

// license is a licence by the name that Hugging Face has for it, with its title and address.
type license struct{ name, title, url string }

// licenses may be given to a corpus. The first is Gridscribe's own, under which the words of the texts stand.
func licenses() []license {
	return []license{
		{"mit", "MIT", "https://spdx.org/licenses/MIT.html"},
		{"cc0-1.0", "CC0 1.0", "https://spdx.org/licenses/CC0-1.0.html"},
		{"cc-by-4.0", "CC BY 4.0", "https://spdx.org/licenses/CC-BY-4.0.html"},
		{"cc-by-sa-4.0", "CC BY-SA 4.0", "https://spdx.org/licenses/CC-BY-SA-4.0.html"},
		{"apache-2.0", "Apache 2.0", "https://spdx.org/licenses/Apache-2.0.html"},
	}
}

// licenseOf returns the licence of a name. The error names what is allowed.
func licenseOf(name string) (license, error) {
	all := licenses()
	if name == "" {
		return all[0], nil
	}
	var names []string
	for _, l := range all {
		if l.name == name {
			return l, nil
		}
		names = append(names, l.name)
	}
	return all[0], fmt.Errorf("export: license %q; %s are allowed", name, list(names))
}

// validateDate reports a date of publication that is none.
func validateDate(date string) error {
	if date == "" {
		return nil
	}
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		return fmt.Errorf("export: date %q; a day such as 2026-01-31 is allowed, or none", date)
	}
	return nil
}
