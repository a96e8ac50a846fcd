"""The law and the arithmetic of persontilskudd, as pure functions of dates and numbers.

This package is the readable reference; `tilskudd/sql` does the same for a whole county at once, and a
property test holds the two equal. The algorithm in prose: `docs/tilskuddsmotor.md`.
"""
