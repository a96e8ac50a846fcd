"""RESULTS.md: en måling skriver sine egne avsnitt og lar de andre stå."""

from __future__ import annotations

from benchmarks.rapport import Rapport

FORRIGE = """# Measured ratios

Gammelt hode.

## Først

| What |
|---|
| gammelt |

## Sist

Står.
"""


def _maal(*avsnitt: str) -> Rapport:
    rapport = Rapport()
    for navn in avsnitt:
        rapport.overskrift(navn)
        rapport.forhold("noe", 1.0, krav="≤ 2", holder=True)
    return rapport


def test_et_avsnitt_skrives_paa_nytt_der_det_stod() -> None:
    tekst = _maal("Først").markdown(FORRIGE)
    assert "gammelt" not in tekst and "Gammelt hode" not in tekst
    assert tekst.index("## Først") < tekst.index("| noe | 1.00 |") < tekst.index("## Sist\n\nStår.")
    assert tekst.count("## Først") == 1


def test_et_nytt_avsnitt_kommer_sist_og_en_hel_kjoering_tar_bort_det_gamle() -> None:
    assert _maal("Nytt").markdown(FORRIGE).index("## Sist") < _maal("Nytt").markdown(FORRIGE).index("## Nytt")
    alene = _maal("Nytt", "Til").markdown()
    assert "## Sist" not in alene and alene.endswith("|  |\n") and "\n\n\n" not in alene
    # uendret når det samme måles igjen
    assert _maal("Til").markdown(alene) == alene
