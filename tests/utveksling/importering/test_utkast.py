"""What a draft refuses, whoever asks and however: also where no page lets one ask."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

import pytest

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle
from integrering.utveksling.importering import actions
from integrering.utveksling.importering.les import les_tabell
from integrering.utveksling.importering.models import Importutkast, Utkastinnhold
from tests import fabrikk
from tests.utveksling.importering.hjelp import fil

pytestmark = pytest.mark.django_db
LESER = "integrering.utveksling.importering.actions.utkast.les_tabell"
PLASSER = {"duf": 0, "ordning": 1, "vedtakstype": 2, "vedtaksdato": 3, "startdato": 4}


@pytest.fixture(autouse=True)
def _som_motor(motor: None) -> None:
    """The tests read everything."""


@pytest.fixture
def innhold(person: Person) -> bytes:
    """A file with headings that have to be explained."""
    return fil("A;B;C;D;E", f"{person.duf};norsk;innvilget;01.03.2023;01.04.2023").encode()


def last_opp(innhold: bytes, av: Aktoer, noekkel: uuid.UUID | None = None) -> Importutkast:
    return actions.last_opp(slag="vedtak", innhold=innhold, noekkel=noekkel or uuid.uuid4(), av=av)


def test_samme_skjema_sendt_to_ganger_samtidig(
    innhold: bytes, saksbehandler: Aktoer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other request gets there while this one reads the file: both are answered with the one draft."""
    noekkel = uuid.uuid4()
    den_andre: list[Importutkast] = []

    def les_mens_den_andre_er_raskere(*args: Any, **kwargs: Any) -> Any:
        monkeypatch.setattr(LESER, les_tabell)
        den_andre.append(last_opp(innhold, saksbehandler, noekkel))
        return les_tabell(*args, **kwargs)

    monkeypatch.setattr(LESER, les_mens_den_andre_er_raskere)
    assert [last_opp(innhold, saksbehandler, noekkel)] == den_andre
    assert (Importutkast.objects.count(), Utkastinnhold.objects.count()) == (1, 1)


def test_aa_avbryte_foer_noe_arbeid_er_startet(innhold: bytes, saksbehandler: Aktoer) -> None:
    utkast = last_opp(innhold, saksbehandler)
    actions.avbryt_utkast(utkast=utkast, av=saksbehandler)
    utkast.refresh_from_db()
    assert (utkast.tilstand, utkast.jobb) == ("kolonner", None)


@pytest.mark.parametrize(
    "gjoer",
    [
        lambda u, av: actions.velg_kolonner(utkast=u, plasser=PLASSER, navn="", av=av),
        lambda u, av: actions.velg_ark(utkast=u, ark="", av=av),
        lambda u, av: actions.proev_utkast(utkast=u, av=av),
        lambda u, av: actions.bekreft_utkast(utkast=u, av=av),
        lambda u, av: actions.avbryt_utkast(utkast=u, av=av),
        lambda u, av: actions.slett_utkast(utkast=u, av=av),
    ],
)
def test_bare_den_som_lastet_opp(
    innhold: bytes, saksbehandler: Aktoer, gjoer: Callable[[Importutkast, Aktoer], object]
) -> None:
    """Neither a colleague, nor another organisation."""
    utkast = last_opp(innhold, saksbehandler)
    kollega = fabrikk.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)
    for andre in (kollega, fabrikk.lag_aktoer()):
        with pytest.raises(IkkeTilgang, match="Bare den som lastet opp"):
            gjoer(utkast, andre)
    utkast.refresh_from_db()
    assert (utkast.tilstand, utkast.jobb) == ("kolonner", None)


def test_et_lukket_utkast_tar_ikke_imot_kolonner(innhold: bytes, saksbehandler: Aktoer) -> None:
    utkast = last_opp(innhold, saksbehandler)
    actions.slett_utkast(utkast=utkast, av=saksbehandler)
    with pytest.raises(Regelbrudd, match="Utkastet er lukket"):
        actions.velg_kolonner(utkast=utkast, plasser=PLASSER, navn="", av=saksbehandler)
    with pytest.raises(Regelbrudd, match="Utkastet er lukket"):
        actions.proev_utkast(utkast=utkast, av=saksbehandler)
    utkast.refresh_from_db()
    assert utkast.tilstand == "lukket"


def test_det_er_kontrollert_etter_valget_av_kolonner(innhold: bytes, saksbehandler: Aktoer) -> None:
    """While the chosen columns are tried, no other choice is taken."""
    utkast = last_opp(innhold, saksbehandler)
    actions.velg_kolonner(utkast=utkast, plasser=PLASSER, navn="", av=saksbehandler)
    with pytest.raises(Regelbrudd, match="Filen er under arbeid"):
        actions.velg_kolonner(utkast=utkast, plasser=PLASSER, navn="", av=saksbehandler)
