#!/bin/sh
# Gets what the tests in a browser need, or says what to do.
set -eu
cd "$(dirname "$0")"

# need PACKAGE PROGRAM... gets the Debian package when none of the programs is there.
need() {
	package=$1
	shift
	for program; do
		if command -v "$program" >/dev/null 2>&1; then return; fi
	done
	if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
		echo "Getting $package, which the tests in a browser need."
		if apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package"; then return; fi
	fi
	echo "The tests in a browser need $package, and it is not here. Install it (on Debian: sudo apt-get install $package), then run make browser again." >&2
	exit 1
}

need chromium chromium chromium-browser google-chrome
need npm npm

if ! cmp -s package-lock.json node_modules/.got; then
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error || {
		echo "npm could not get axe-core, which the tests in a browser need. Is this computer online? Then run make browser again." >&2
		exit 1
	}
	cp package-lock.json node_modules/.got
fi
