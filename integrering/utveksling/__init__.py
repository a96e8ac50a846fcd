"""What crosses the wall or passes between people; each noun is an app of its own with the usual rooms."""
