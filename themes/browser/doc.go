// Package browser holds the tests that look at the website as a reader does:
// the program builds real sites, a real browser opens their pages, and axe-core
// looks for what shuts people out. It is a module of its own, so that the
// program needs none of this. make browser gets what is needed and runs them.
package browser
