"""Adult education registers the training; the programme's health, family and complaints are closed to it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from django.db import ProgrammingError, transaction
from django.utils import timezone

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.nir import actions
from integrering.nir.faktatyper import FAKTATYPER, tabeller
from integrering.nir.models import Fravaer, Klage, Norskmaal, Permisjon, Person, Sluttmaal, Stans
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Rolletildeling
from integrering.tilgang.roller import DbRolle, Rolle
from tests import fabrikk
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
Som = Callable[[Aktoer], AbstractContextManager[None]]
VO = Rolle.KOMMUNE_VOKSENOPPLAERING
IDAG = timezone.localdate()
FRAVAER: dict[str, Any] = {
    "ordning": "norsk", "fravaer": "egenmelding", "fra": IDAG, "til": IDAG, "timer": Decimal(6),
}  # fmt: skip
NORSKMAAL = {
    "slag": "nivaa", "lytte": "b1", "lese": "b1", "skriftlig": "a2", "muntlig": "b1", "fra": IDAG,
    "endring": "",
}  # fmt: skip


@pytest.fixture
def vo(db: None) -> Aktoer:
    """Someone at Trondheim's adult education."""
    return fabrikk.lag_aktoer(VO)


@pytest.fixture
def hun(db: None) -> Person:
    """A participant in Trondheim."""
    return fabrikk.lag_person()


def test_rollen_er_kommunens_og_gis_av_forvalteren(vo: Aktoer, som: Som) -> None:
    assert vo.er_kommune
    assert vo.dbrolle is DbRolle.OPPLAERING
    forvalter = fabrikk.lag_aktoer(Rolle.KOMMUNE_ADMINISTRATOR)
    ny = fabrikk.lag_bruker(Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    with som(forvalter):
        Rolletildeling.objects.create(
            bruker=ny, virksomhet_id=forvalter.virksomhet_id, rolle=VO.value, fra=IDAG,
            endret_av_id=forvalter.bruker_id,
        )  # fmt: skip


def test_voksenopplaeringen_ser_kommunens_personer_og_ingen_andres(hun: Person, vo: Aktoer, som: Som) -> None:
    fabrikk.lag_person(kommune=fabrikk.STEINKJER)
    fabrikk.lag_person(adressebeskyttelse="fortrolig")
    with som(vo):
        assert list(Person.objects.all()) == [hun]


@pytest.mark.parametrize(
    ("slag", "verdier"),
    [
        ("norskmaal", NORSKMAAL),
        ("fravaer", FRAVAER),
        ("vedtak", {"vedtaksdato": IDAG, "startdato": IDAG}),
        ("utdanningsbakgrunn", {"nivaa": "grunnskole", "vgs_nivaa": False, "aar_skolegang": 9, "dato": IDAG}),
        ("timer", {
            "modul": "norsk", "maaned": date(2026, 1, 1), "timer": Decimal(20), "gyldig_fravaer": Decimal(0),
            "ugyldig_fravaer": Decimal(0),
        }),
    ],
)  # fmt: skip
def test_registrerer_opplaeringen(
    hun: Person, vo: Aktoer, som: Som, slag: str, verdier: dict[str, Any]
) -> None:
    with som(vo):
        rad = actions.registrer(slag=FAKTATYPER[slag], person=hun, verdier=verdier, av=vo)
        actions.annuller(
            slag=FAKTATYPER[slag], person=hun, registrering=rad.registrering_id, sett=rad.pk, aarsak="Feil",
            av=vo,
        )  # fmt: skip


@pytest.mark.parametrize("slag", [s for s in FAKTATYPER if s not in ("opplysninger", "bosted")])
def test_hvert_slag_er_enten_opplaeringens_eller_programmets(hun: Person, vo: Aktoer, slag: str) -> None:
    """The kinds of the table above, and those with a scheme; nothing else."""
    egne = {
        "vedtak", "vedtak-samfunnskunnskap", "norskmaal", "norskplan", "timer", "fritak", "proeve", "stans",
        "opplaeringsspraak", "utdanningsbakgrunn",
    }  # fmt: skip
    delte = {"krav", "tilbud", "avslag", "fravaer", "permisjon", "avslutning", "gjenaapning"}
    assert actions.kan_registrere(vo, FAKTATYPER[slag]) is (slag in egne | delte)


def test_programmet_registreres_ikke(hun: Person, vo: Aktoer, som: Som) -> None:
    with som(vo):
        with pytest.raises(Regelbrudd, match="Flyktningtjenesten registrerer"):
            actions.registrer(
                slag=FAKTATYPER["fravaer"], person=hun, verdier=FRAVAER | {"ordning": "intro"}, av=vo
            )
        with pytest.raises(IkkeTilgang):
            actions.registrer(
                slag=FAKTATYPER["sluttmaal"], person=hun, verdier={"maal": "vgo", "fra": IDAG}, av=vo
            )
        with pytest.raises(IkkeTilgang):
            actions.registrer_bosted(
                person=hun, kommune=fabrikk.virksomhet(fabrikk.TRONDHEIM), fra=IDAG, til=None, av=vo
            )


def test_databasen_holder_det_samme(hun: Person, vo: Aktoer, som: Som) -> None:
    """The wall stands when Python forgets."""
    sted = fabrikk.virksomhet(fabrikk.TRONDHEIM)
    felles = {
        "person": hun, "registrering_id": uuid4(), "virksomhet": sted, "registrert_av_id": vo.bruker_id,
    }  # fmt: skip
    with som(vo):
        for modell, felt in (
            (Sluttmaal, {"maal": "vgo", "fra": IDAG}),
            (Fravaer, FRAVAER | {"ordning": "intro"}),
        ):
            with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
                modell.objects.create(**felles, **felt)
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Person.objects.create(duf=fabrikk.nytt_duf(), kommune=sted)
        Norskmaal.objects.create(**felles, **NORSKMAAL)


def test_helse_familie_og_klager_i_programmet_er_lukket(hun: Person, vo: Aktoer, som: Som) -> None:
    fabrikk.registrer(Klage, hun, registrert=None, gjelder="intro", mottatt=IDAG)
    for ordning in ("intro", "norsk"):
        fabrikk.registrer(Fravaer, hun, registrert=None, **FRAVAER | {"ordning": ordning})
        fabrikk.registrer(
            Permisjon, hun, registrert=None, ordning=ordning, permisjon="velferd", fra=IDAG, til=IDAG
        )
        fabrikk.registrer(Stans, hun, registrert=None, ordning=ordning, fra=IDAG, varighet="permanent")
    with som(vo):
        assert not Klage.objects.exists()
        for modell in (Fravaer, Permisjon, Stans):
            assert list(modell.objects.values_list("ordning", flat=True)) == ["norsk"], modell
    with som(fabrikk.lag_aktoer()):
        assert (Klage.objects.count(), Fravaer.objects.count()) == (1, 2)


def test_sidene(hun: Person) -> None:
    klient = inn(fabrikk.lag_bruker(VO))
    assert klient.get("/").status_code == 200
    assert klient.get("/personer/").status_code == 200
    side = f"/personer/{hun.noekkel}/"
    assert "/bosted/ny/" not in klient.get(side).content.decode()
    intro = klient.get(f"{side}introduksjonsprogram/").content.decode()
    assert "/sluttmaal/ny/" not in intro
    assert "klage" not in intro.split("<main")[1].lower(), "klager nevnes ikke"
    assert "/norskmaal/ny/" in klient.get(f"{side}opplaering/").content.decode()
    assert klient.get(f"{side}norskmaal/ny/").status_code == 200
    for lukket in ("klage", "sluttmaal", "bosted", "fulltid-videregaaende"):
        assert klient.get(f"{side}{lukket}/ny/").status_code == 403, lukket
    assert klient.get("/personer/ny/").status_code == 403


def test_rett_av_programmets_registrering_avvises(hun: Person, vo: Aktoer, som: Som) -> None:
    tilbud = FAKTATYPER["tilbud"]
    with kontekst(motor_kontekst()):
        rad = fabrikk.registrer(
            tilbud.modell, hun, registrert=None, ordning="intro", dato=IDAG, oppstart=IDAG + timedelta(days=9)
        )
    with som(vo), pytest.raises(Regelbrudd, match="Flyktningtjenesten"):
        actions.annuller(
            slag=tilbud, person=hun, registrering=rad.registrering_id, sett=rad.pk, aarsak="Feil", av=vo
        )


def test_databasen_holder_det_samme_for_hvert_slag(superbruker_dsn: str) -> None:
    """Every table of registrations is either the training's, shared by scheme, or closed to it."""
    with psycopg.connect(superbruker_dsn) as kobling:
        rader = kobling.execute(
            "SELECT tablename::text, with_check FROM pg_policies WHERE policyname = 'opplaering_registrerer'"
        ).fetchall()
    funnet: dict[str, str] = dict(rader)
    for slag in FAKTATYPER.values():
        tabell = slag.modell._meta.db_table
        egen = slag.felter and actions.kan_registrere(fabrikk.lag_aktoer(VO), slag)
        delt = tabell in ("nir_vedtak", "nir_stans") or "ordning" in slag.felter
        ventet = "((ordning)::text <> 'intro'::text)" if delt else None if egen else "false"
        assert funnet.get(tabell) == ventet, slag.slug
    assert set(funnet) <= {*tabeller(), "nir_person"}
