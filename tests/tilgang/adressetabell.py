"""Who may ask for what: one line per address, read by test_alle_adresser.py, which walks them all."""

from __future__ import annotations

from pathlib import Path

# Who walks. «rett» and «feil» are municipalities: the one that has the person in the address, and another.
ALLE = ("anonym", "uten_rolle", "rett", "feil", "saksbehandler", "raadgiver", "godkjenner", "administrator",
        "revisor", "kommuneadmin", "skole", "organisasjon")  # fmt: skip
# They walk three at a time, so that the walks can go side by side.
FLOKKER = tuple(ALLE[i : i + 3] for i in range(0, len(ALLE), 3))
# What GET answers each of them, in that order: a status, or «inn» (to the login), «vlg» (choose a role).
# One line per address, a file for each namespace in `adresser/`; <name> in the second column is the key of a
# value in `verdier`.
_FILER = sorted((Path(__file__).parent / "adresser").glob("*.txt"))
TABELL = "".join(fil.read_text(encoding="utf-8") for fil in _FILER)


def _linjer() -> dict[str, tuple[list[str], list[str]]]:
    """Return address name → (names of its parameters, answers)."""
    tabell = {}
    for linje in TABELL.strip().splitlines():
        navn, *resten = linje.split()
        parametre = resten.pop(0).split(",") if len(resten) > len(ALLE) else []
        assert len(resten) == len(ALLE), linje
        tabell[navn] = (parametre, resten)
    return tabell


LINJER = _linjer()
