"""Reads of figures, imports and judgements."""
