"""En person flytter mens en samtale er avtalt: saken går til et annet senter, samtalen står der den var."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from uuid import uuid4

import pytest

from integrering.grunnmur.kvartal import OSLO
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker
from karriere import actions
from karriere.actions.samtale import regn_neste_samtale
from karriere.models import Deltakelse, Sak, Samtale, Senter
from tests.fabrikk import STEINKJER
from tests.karriere.hjelp import flytt, lag_sak, lag_samtale, lag_senter, lag_veileder, om, som
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
TID = datetime.combine(om(7), time(10), tzinfo=OSLO)


class _Verden:
    """A session agreed at one centre, and the person now lives where another has the case."""

    def __init__(self) -> None:
        self.her, self.der = lag_senter(), lag_senter(STEINKJER)
        self.veileder: Aktoer = lag_veileder(self.her)
        self.sak: Sak = lag_sak()
        self.samtale: Samtale = lag_samtale(self.sak, self.her, self.veileder, TID)
        flytt(self.sak.person, STEINKJER)

    def naa(self) -> tuple[Sak, list[str]]:
        """Return the case, and what became of the places."""
        with kontekst(motor_kontekst()):
            sak = Sak.objects.select_related("senter").get(pk=self.sak.pk)
            return sak, list(Deltakelse.objects.order_by("pk").values_list("oppmoete", flat=True))


@pytest.fixture
def verden() -> _Verden:
    """The world of these tests."""
    return _Verden()


def test_saken_gaar_til_det_nye_senteret_og_samtalen_staar(verden: _Verden) -> None:
    sak, plasser = verden.naa()
    assert isinstance(sak.senter, Senter) and sak.senter.pk == verden.der.pk
    assert sak.neste_samtale == TID and plasser == [""]


def test_den_som_avtalte_kan_fortsatt_avlyse(verden: _Verden) -> None:
    with som(verden.veileder) as av:
        actions.avlys_samtale(samtale=verden.samtale, tolk_avlyste=False, av=av)
    sak, plasser = verden.naa()
    assert sak.neste_samtale is None and plasser == ["avlyst"]


def test_den_som_avtalte_kan_fortsatt_flytte(verden: _Verden) -> None:
    til = TID + timedelta(days=1)
    with som(verden.veileder) as av:
        actions.flytt_samtale(
            samtale=verden.samtale, start=til, slutt=til + timedelta(hours=1), innsending=uuid4(), av=av
        )
    sak, plasser = verden.naa()
    assert sak.neste_samtale == til and plasser == ["flyttet", ""]


def test_den_som_avtalte_kan_fortsatt_foere_oppmoetet(verden: _Verden) -> None:
    igaar = datetime.combine(om(-1), time(10), tzinfo=OSLO)
    with som(verden.veileder) as av:
        Samtale.objects.update(start=igaar, slutt=igaar + timedelta(hours=1), endret_av=av.bruker_id)
    regn_neste_samtale([verden.sak.pk])
    klient = inn(Bruker.objects.get(pk=verden.veileder.bruker_id))
    svar = klient.post(
        f"/karriere/samtaler/{verden.samtale.noekkel}/oppmoete/", {"plass_0": "moett", "versjon": "1"}
    )
    assert svar.status_code == 302
    sak, plasser = verden.naa()
    assert sak.neste_samtale is None and plasser == ["moett"]
