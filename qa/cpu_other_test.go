//go:build !linux

package qa_test

import "time"

// cpuTime returns 0: processor time is told on Linux alone.
func cpuTime() time.Duration { return 0 }
