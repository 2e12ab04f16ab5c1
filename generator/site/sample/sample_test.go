package sample

import (
	"reflect"
	"testing"
)

// A theme is only tried in full on a site that has something in every place.
func TestAFullSiteHasSomethingInEveryPlace(t *testing.T) {
	empty := 0
	var look func(where string, v reflect.Value)
	look = func(where string, v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				look(where, v.Elem())
				return
			}
		case reflect.Slice:
			for i := range v.Len() {
				look(where, v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				look(where+"."+v.Type().Field(i).Name, v.Field(i))
			}
			return
		}
		if v.IsZero() {
			empty++
			t.Errorf("%s is empty", where)
		}
	}
	s := Full(Words, 1)
	// A sound has no width, and only a sound has a transcript.
	for _, r := range s.Reports {
		for i := range r.Voices {
			r.Voices[i].Pictures = r.Voices[i].Pictures[:1]
			r.Voices[i].Pictures[0].Sound, r.Voices[i].Pictures[0].Transcript = true, []string{Words}
		}
		r.Pictures = r.Voices[0].Pictures
	}
	look("Site", reflect.ValueOf(s).Elem())
	if len(s.Reports) != 1 || len(Least(0).Reports) != 0 {
		t.Error("there are not as many reports as were asked for")
	}
}
