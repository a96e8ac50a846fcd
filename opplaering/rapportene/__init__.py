"""The figures of the training: what each counts, by whom, and what it is called."""
