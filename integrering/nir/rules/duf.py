"""The DUF number: year (4), running number (6), control (2)."""

from __future__ import annotations

DUF_VEKTER = (4, 6, 3, 2, 4, 6, 3, 2, 7, 5)


def duf_kontroll(foerste_ti: str) -> str:
    """Return the two control digits of a DUF number (weights as in SSB's open code)."""
    return f"{sum(int(s) * v for s, v in zip(foerste_ti, DUF_VEKTER, strict=True)) % 11:02d}"


def duf_kontroll_ok(duf: str) -> bool:
    """Return True when twelve digits end in the right control. A wrong one is a warning, never a block."""
    return duf[10:] == duf_kontroll(duf[:10])
