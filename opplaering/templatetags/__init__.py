"""What the templates of the training use."""
