"""Forms of classes, grids and what is registered for many."""
