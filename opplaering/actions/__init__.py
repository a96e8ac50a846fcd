"""Every change in the training: one function named by its verb."""
