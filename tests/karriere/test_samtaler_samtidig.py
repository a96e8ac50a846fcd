"""To på en gang, hver med sin forbindelse: ingen plass deles ut to ganger, og ingen bookes to steder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from uuid import uuid4

from integrering.grunnmur.kvartal import OSLO
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from karriere import actions
from karriere.models import Deltakelse, Sak, Samtale
from tests.karriere.hjelp import (
    lag_med_rett,
    lag_sak,
    lag_samtale,
    lag_senter,
    lag_veileder,
    om,
    samtaledata,
    samtidig,
    som,
)

TID = datetime.combine(om(14), time(10), tzinfo=OSLO)


def _plasser() -> int:
    with kontekst(motor_kontekst()):
        return Deltakelse.objects.filter(oppmoete="").count()


def test_to_veiledere_deler_ikke_ut_den_samme_plassen(egen_database: str) -> None:
    """One seat, two who give it to each their own: the one has it, the other is told that it is full."""
    senter = lag_senter()
    a, b = lag_veileder(senter), lag_veileder(senter)
    saker = [lag_sak(lag_med_rett()) for _nr in range(2)]
    with som(a) as av:
        data = samtaledata(senter, a, TID, slag="gruppe", plasser=1)
        gruppe = actions.ny_samtale(data=data, saker=[], innsending=uuid4(), av=av)

    def gi(sak: Sak) -> Callable[[Aktoer], object]:
        return lambda av: actions.legg_til_i_gruppe(samtale=gruppe, saker=[sak], av=av)

    svar = samtidig((a, gi(saker[0])), (b, gi(saker[1])))
    assert "gjort" in svar and any("Gruppen er full" in s for s in svar)
    assert _plasser() == 1


def test_to_veiledere_avtaler_ikke_med_samme_person_til_samme_tid(egen_database: str) -> None:
    """Agreed at once: one session."""
    senter = lag_senter()
    a, b = lag_veileder(senter), lag_veileder(senter)
    sak = lag_sak(lag_med_rett())

    def avtal(av: Aktoer) -> object:
        return actions.ny_samtale(data=samtaledata(senter, av, TID), saker=[sak], innsending=uuid4(), av=av)

    svar = samtidig((a, avtal), (b, avtal))
    assert "gjort" in svar and any("har en annen samtale" in s for s in svar)
    assert _plasser() == 1


def test_to_samtaler_med_samme_person_flyttes_ikke_til_samme_tid(egen_database: str) -> None:
    """Moved at once to the same time: one of them."""
    senter = lag_senter()
    a, b = lag_veileder(senter), lag_veileder(senter)
    sak = lag_sak(lag_med_rett())
    en = lag_samtale(sak, senter, a, TID - timedelta(days=3))
    to = lag_samtale(sak, senter, b, TID - timedelta(days=2))

    def flytt(samtale: Samtale) -> Callable[[Aktoer], object]:
        slutt = TID + timedelta(hours=1)
        return lambda av: actions.flytt_samtale(
            samtale=samtale, start=TID, slutt=slutt, innsending=uuid4(), av=av
        )

    svar = samtidig((a, flytt(en)), (b, flytt(to)))
    assert "gjort" in svar and any("har en annen samtale" in s for s in svar)
    assert _plasser() == 2
