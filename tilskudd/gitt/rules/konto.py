"""The control digit of a Norwegian bank account number (eleven digits, modulus 11). Pure."""

from __future__ import annotations

_VEKTER = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def er_kontonummer(nummer: str) -> bool:
    """Return True for eleven digits whose last is the control of the others."""
    if len(nummer) != 11 or not (nummer.isascii() and nummer.isdigit()):
        return False
    rest = sum(int(s) * v for s, v in zip(nummer[:10], _VEKTER, strict=True)) % 11
    return rest != 1 and int(nummer[10]) == (11 - rest) % 11
