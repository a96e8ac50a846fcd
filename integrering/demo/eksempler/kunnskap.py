"""Figures in the demo: real public ones about Trøndelag, with their sources; the judgements are examples."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from regionalt.actions.registerrad import Lagring
from regionalt.kunnskap import actions
from regionalt.kunnskap.actions import Fildata
from regionalt.kunnskap.lesing import datafil
from regionalt.kunnskap.models import Vurdering
from regionalt.kunnskap.queries.importer import finn_import

# the day the files came into the repository: they are not fetched anew
_HENTET = date(2026, 11, 23)
_IMDI = "https://www.imdi.no/bosetting/bosettingstall/nokkeltall-bosetting-{}/"
# file, source, address, year, version (sources: regionalt/kunnskap/data/KILDER.md)
_SSB = "https://www.ssb.no/statbank/table/07459"
_FILER = (
    ("imdi_bosatt_anmodede_trondelag.csv", "IMDi, bosatt_anmodede", "", None, ""),
    ("imdi_nokkeltall_trondelag_2025.csv", "IMDi, Nøkkeltall 2025", _IMDI.format(2025), 2025, "revidert"),
    ("imdi_nokkeltall_trondelag_2026.csv", "IMDi, Nøkkeltall 2026, 28. september",
     _IMDI.format(2026), 2026, ""),
    ("folketall_trondelag_2026.csv", "SSB, tabell 07459", _SSB, 2026, ""),
)  # fmt: skip
_VURDERINGER = (
    ("5001", "vgs_tilbud", 5, "Kombinasjonsklasser og mange fagtilbud i byen (eksempel)."),
    ("5001", "kapasitet", 3, "Boliger er knapphet, tjenestene er på plass (eksempel)."),
    ("5006", "arbeidskraft", 4, "Industrien trenger fagarbeidere (eksempel)."),
    ("5006", "opplaeringstilbud", 4, "Voksenopplæringen har plass til flere (eksempel)."),
    ("5037", "interkommunalt", 4, "Felles voksenopplæring med nabokommunen (eksempel)."),
    ("5029", "kapasitet", 2, "Helsetjenesten mangler folk det neste året (eksempel)."),
    ("5029", "planer", 3, "Kvalifisering står i planen, uten tiltak ennå (eksempel)."),
)


def lag(i_dag: date) -> None:
    """Make the examples through the actions, as the demo's case worker. Nothing without the users."""
    av = aktoer_med_rolle("saksbehandler", Rolle.FYLKE_SAKSBEHANDLER)
    if av is None:
        return
    with kontekst(kontekst_for(av)):
        for navn, kilde, url, aar, utgave in _FILER:
            data = Fildata(
                datafil(navn), navn, kilde, min(_HENTET, i_dag), kilde_url=url, aar=aar, utgave=utgave
            )
            _les_inn(data, av)
        for nr, (nummer, slag, trinn, tekst) in enumerate(_VURDERINGER):
            _vurder(nr, nummer, slag, trinn, tekst, i_dag, av)


def _les_inn(data: Fildata, av: Aktoer) -> None:
    innsending = uuid5(NAMESPACE_URL, f"demo-kunnskap-{data.filnavn}")
    rad = actions.ta_imot(data=data, innsending=innsending, av=av)
    funnet = finn_import(rad.noekkel)
    if funnet is not None:
        actions.les_inn(tallimport=funnet, versjon=funnet.versjon, av=av)


def _vurder(nr: int, nummer: str, slag: str, trinn: int, tekst: str, i_dag: date, av: Aktoer) -> None:
    felter = {
        "trinn": trinn, "tall": None, "tekst": tekst, "kilde": "Dialogmøte (eksempel)", "kilde_url": "",
        "dato": i_dag - timedelta(days=20 + nr), "sikkerhet": "eksempel",
    }  # fmt: skip
    lagring: Lagring[Vurdering] = Lagring(innsending=uuid5(NAMESPACE_URL, f"demo-vurdering-{nr}"))
    kommune = Virksomhet.objects.get(type="kommune", nummer=nummer)
    actions.ny_vurdering(kommune=kommune, slag=slag, felter=felter, lagring=lagring, av=av)
