package memo

import "testing"

func TestAValueIsMadeOnceForEachKey(t *testing.T) {
	var table Table[string, int]
	made := 0
	get := func(k string) int {
		return table.Get(k, func() int { made++; return made })
	}
	table.Begin()
	if get("a") != 1 || get("b") != 2 || get("a") != 1 {
		t.Fatal("a value is not remembered within a build")
	}
	table.Begin()
	if get("a") != 1 {
		t.Fatal("a value of the last build is made again")
	}
	if table.Len() != 1 {
		t.Fatalf("%d values in use, want 1", table.Len())
	}
}

// Words that were taken out of a file must not live on in memory.
func TestAValueThatABuildDidNotUseIsForgottenInTheNext(t *testing.T) {
	var table Table[string, int]
	made := 0
	make := func() int { made++; return made }
	table.Begin()
	table.Get("a", make)
	table.Begin()
	table.Begin()
	if table.Get("a", make); made != 2 {
		t.Fatal("a value outlived two builds that did not use it")
	}
}
