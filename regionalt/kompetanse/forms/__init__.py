"""The forms of competence raising."""
