"""The forms: few fields a page."""
