// Package counts finds numbers of people that are small enough to be somebody:
// in prose, in tables, and in what two numbers of a report come to together.
//
// A text is read in steps: tokens cuts the sentences that hold a number, and
// only those; quantity says how many a number is, or which share of what;
// mentions says whom it counts, and whether by what they answered; share.go and
// tables.go hold what was read against the site's small number.
//
// Nothing is rewritten: a small share of an answer holds the report, any other
// small count is pointed at. Its rules are part of package anonymity's lists;
// what the site itself counts is the gate's.
package counts
