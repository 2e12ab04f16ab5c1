# make test    everything that has to be well before a change is taken
# make browser the part of it that looks at the website in a real browser
# make prove   far more cases, the race detector, faults put in on purpose, fuzzing; about an hour
# make build   the program, as the file yousaid
# make bench   how fast it is

.PHONY: test lint browser prove mutate fuzz build bench
.DEFAULT_GOAL := test

# The race detector makes tests many times slower, so make test uses it only where
# several things happen at once; the preview builds whole sites. It needs a C
# compiler: without one the tests run without it.
RACE = $(if $(filter 1,$(shell go env CGO_ENABLED)),-race)
AT_ONCE = ./generator/preview ./generator/publish
FUZZTIME = 60s

test: lint
	@go test $(RACE) -timeout 10m $(AT_ONCE)
	@go test -timeout 20m ./...
	@$(MAKE) --no-print-directory browser

# The tests build the program themselves, so a remembered result may be too old.
browser:
	@themes/browser/get-ready.sh
	@cd themes/browser && go test -count=1 -timeout 20m ./...

lint:
	@go mod download
	@unformatted=$$(gofmt -l cmd generator themes); if [ -n "$$unformatted" ]; then \
		echo "gofmt -w has to be run on:"; echo "$$unformatted"; exit 1; fi
	go vet ./...
	cd themes/browser && go vet ./...
	GOOS=darwin CGO_ENABLED=0 go vet ./...
	GOOS=windows CGO_ENABLED=0 go vet ./...
	go tool -modfile=.tools/tools.mod staticcheck ./...

prove: lint
	PROVE=1 go test -timeout 60m ./...
	go test $(RACE) -timeout 60m ./...
	@$(MAKE) --no-print-directory mutate fuzz

mutate:
	go test -tags prove -run EveryFault -timeout 90m ./generator

fuzz:
	@set -e; for file in $$(grep -rl --include='*_test.go' '^func Fuzz' .); do \
		for name in $$(sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\)(.*/\1/p' "$$file"); do \
			echo "$$name in $$(dirname "$$file"), $(FUZZTIME)"; \
			go test -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) "$$(dirname "$$file")"; \
		done; \
	done

# The preview speaks plain HTTP with one computer, for which HTTP/2 is not used.
build:
	CGO_ENABLED=0 go build -trimpath -tags nethttpomithttp2 -ldflags "-s -w" -o yousaid ./cmd/yousaid

bench:
	go test -run '^$$' -bench . -benchmem ./...
