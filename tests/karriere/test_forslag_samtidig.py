"""To på en gang: et forslag får ett svar, og den som skriver opplegget sist, ser det første."""

from __future__ import annotations

from uuid import uuid4

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from karriere import actions
from karriere.actions import Oppleggsdata
from karriere.models import Opplegg, Oppleggsforslag, Samtale
from tests.fabrikk import TRONDHEIM, lag_aktoer, virksomhet
from tests.karriere.hjelp import lag_forslag, lag_senter, lag_veileder, samtaledata, samtidig


def test_to_kolleger_svarer_paa_en_gang(egen_database: str) -> None:
    """One says yes and the other no: one answer stands, and one group at the most."""
    senter = lag_senter()
    a, b = lag_veileder(senter), lag_veileder(senter)
    forslag = lag_forslag(slag="gruppe")

    def godta(av: Aktoer) -> object:
        data = samtaledata(senter, av, forslag.start, plasser=4)
        return actions.godta_gruppe(forslag=forslag, data=data, innsending=uuid4(), av=av)

    svar = samtidig(
        (a, godta), (b, lambda av: actions.avslaa_forslag(forslag=forslag, svar="Passer ikke", av=av))
    )
    assert svar == ["En kollega har svart på forslaget.", "gjort"]
    with kontekst(motor_kontekst()):
        godtatt = Oppleggsforslag.objects.get().status == "godtatt"
        assert Samtale.objects.count() == int(godtatt)


def test_kommunen_trekker_mens_fylket_godtar(egen_database: str) -> None:
    """Either it is taken back, or it is accepted and stands."""
    veileder, kommunen = lag_veileder(lag_senter()), lag_aktoer(nummer=TRONDHEIM)
    forslag = lag_forslag()
    svar = samtidig(
        (veileder, lambda av: actions.godta_forslag(forslag=forslag, svar="", av=av)),
        (kommunen, lambda av: actions.trekk_forslag(forslag=forslag, av=av)),
    )
    with kontekst(motor_kontekst()):
        staar = Oppleggsforslag.objects.filter(status="godtatt").count()
    nei = "kan ikke trekkes" if staar else "har trukket"
    assert svar.count("gjort") == 1 and any(nei in s for s in svar)


def test_to_skriver_det_foerste_opplegget(egen_database: str) -> None:
    """The second is shown what the first wrote."""
    senter = lag_senter()

    def skriv(av: Aktoer) -> object:
        return actions.lagre_opplegg(
            kommune=virksomhet(TRONDHEIM), data=Oppleggsdata(sted=f"Rom {av.bruker_id}"), versjon=0,
            innsending=uuid4(), av=av,
        )  # fmt: skip

    svar = samtidig((lag_veileder(senter), skriv), (lag_veileder(senter), skriv))
    assert "gjort" in svar and any("Noen andre endret dette" in s for s in svar)
    with kontekst(motor_kontekst()):
        assert Opplegg.objects.get().versjon == 1
