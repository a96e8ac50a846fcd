"""What people type in free text. Pure."""

from __future__ import annotations


def les_eksterne(tekst: str) -> list[tuple[str, str]]:
    """Read people from outside, one a line: «Navn, organisasjon» → (name, organisation), each once."""
    funnet = []
    for linje in tekst.splitlines():
        navn, _, organisasjon = linje.partition(",")
        if navn.strip():
            funnet.append((navn.strip()[:100], organisasjon.strip()[:100]))
    return list(dict.fromkeys(funnet))


def skriv_eksterne(eksterne: list[tuple[str, str]]) -> str:
    """Write people from outside as they are typed."""
    return "\n".join(", ".join(filter(None, en)) for en in eksterne)
