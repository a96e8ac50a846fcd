"""The kinds of facts fit their tables."""

from integrering.nir.faktatyper import FAKTATYPER


def test_alle_slag_har_tabell_felter_og_ord() -> None:
    for slag in FAKTATYPER.values():
        navn = {felt.name for felt in slag.modell._meta.fields}
        assert {*slag.felter, slag.startfelt} <= navn
        assert str(slag) == str(slag.navn)
