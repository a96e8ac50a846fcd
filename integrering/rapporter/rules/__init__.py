"""What reports mean: groups, school years, samples, and which numbers are hidden. Pure."""
