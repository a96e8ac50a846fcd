"""The reports: what each counts, by whom, and what it is called."""
