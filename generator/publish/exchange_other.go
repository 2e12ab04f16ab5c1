//go:build !linux && !darwin

package publish

import "errors"

// swap is not to be had here.
func swap(_, _ string) error { return errors.ErrUnsupported }
