package main

import (
	"errors"
	"os"
)

// receiptFits refuses a receipt that would be published, or take the place of
// something else.
func (t *taking) receiptFits() error {
	if t.opt.receipt == "" {
		return nil
	}
	at := resolved(t.opt.receipt)
	if within(resolved(t.content), at) || within(resolved(t.opt.public), at) {
		return mistyped("the receipt cannot lie with the reports or in the website", "Give --receipt a file in another folder.")
	}
	if _, err := os.Lstat(t.opt.receipt); err == nil {
		return mistyped("there is a file with the name of the receipt already", "Give --receipt another name.")
	}
	return nil
}

func (t *taking) writeReceipt() error {
	if t.opt.receipt == "" {
		return nil
	}
	f, err := os.OpenFile(t.opt.receipt, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err == nil {
		_, err = t.receipt.WriteTo(f)
		err = errors.Join(err, f.Close())
	}
	if err != nil {
		return broke("the receipt could not be written", "What it says stands above. Everything else was done.")
	}
	return nil
}
