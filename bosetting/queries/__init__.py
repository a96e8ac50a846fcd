"""Every read of the settlement worth a name."""
