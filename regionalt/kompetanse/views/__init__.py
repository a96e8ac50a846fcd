"""The doors of competence raising."""
