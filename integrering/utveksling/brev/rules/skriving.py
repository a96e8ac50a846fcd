"""How dates and numbers stand in a letter, and the fixed words in it, in both languages.

Not by Django's translations: what a letter says must be the same in ten years.
"""

from __future__ import annotations

from datetime import date

MAANEDER = ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
            "november", "desember")  # fmt: skip

ORD = {
    "nb": {
        "referanse": "Vår ref.", "dato": "Dato", "kontakt": "Kontaktperson", "hjemmel": "Hjemmel",
        "side": "Side", "av": "av", "hilsen": "Vennlig hilsen", "telefon": "Telefon", "epost": "E-post",
        "godkjent": "Brevet er godkjent elektronisk og har derfor ingen underskrift.", "vedlegg": "Vedlegg",
    },
    "nn": {
        "referanse": "Vår ref.", "dato": "Dato", "kontakt": "Kontaktperson", "hjemmel": "Heimel",
        "side": "Side", "av": "av", "hilsen": "Vennleg helsing", "telefon": "Telefon", "epost": "E-post",
        "godkjent": "Brevet er godkjent elektronisk og har derfor inga underskrift.", "vedlegg": "Vedlegg",
    },
}  # fmt: skip


def dato_lang(dag: date) -> str:
    """Return «5. juni 2014»: the months are the same words in both languages."""
    return f"{dag.day}. {MAANEDER[dag.month - 1]} {dag.year}"


def kommunenavn(navn: str) -> str:
    """Return «Rindal kommune»; a name that says it already stands as it is."""
    return navn if navn.casefold().endswith("kommune") else f"{navn} kommune"


def referanse(aar: int, nummer: int) -> str:
    """Return «2026/00017»."""
    return f"{aar}/{nummer:05d}"


def les_referanse(tekst: str) -> tuple[int, int] | None:
    """Return year and number of «2026/00017» or «2026/17», or None."""
    aar, strek, nummer = tekst.strip().partition("/")
    if not strek or not (aar.isascii() and aar.isdigit() and nummer.isascii() and nummer.isdigit()):
        return None
    if len(aar) != 4 or len(nummer) > 9:
        return None
    return int(aar), int(nummer)
