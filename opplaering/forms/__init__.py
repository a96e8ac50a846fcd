"""The forms of the training."""
