"""Small functions that make schools, classes and pupils for tests.

The jobs' role only reads these tables: all of it is written as the county, in whatever context the test is.
"""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from typing import Any, TypeVar

from django.utils import timezone

from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir.models import Norskmaal, Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import Kontekst, kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Bruker, Virksomhet
from integrering.tilgang.roller import DbRolle, Rolle
from opplaering.actions.skolemelding import NyElev, meld_ny_elev
from opplaering.models import Hovedansvar, Resultat, Skolegang, Skoleklasse, Skolemelding, Utdanningstilbud
from tests import fabrikk
from tests.fabrikk import FYLKET, SKOLE, TRONDHEIM, lag_aktoer, virksomhet

F = TypeVar("F", bound=ToKlokker)

I_DAG = timezone.localdate()
# A school year that is on today, whatever day it is.
FRA, TIL = I_DAG - timedelta(days=120), I_DAG + timedelta(days=180)
_NUMMER = count(1)


def koordinator(*, skjermede: bool = False) -> Aktoer:
    """Return a new user of the county who has the training."""
    return lag_aktoer(Rolle.OPPLAERINGSKOORDINATOR, skjermede=skjermede)


def skolekontakt(skole: str = SKOLE) -> Aktoer:
    """Return a new user at a school."""
    return lag_aktoer(Rolle.SKOLEKONTAKT, skole)


def kommunen(nummer: str = TRONDHEIM) -> Aktoer:
    """Return a new user of the refugee service of a municipality."""
    return lag_aktoer(nummer=nummer)


def _skriver() -> tuple[Bruker, Virksomhet, Kontekst]:
    """Return who writes what tests need: a user of the county who sees protected persons."""
    bruker, fylket = Bruker.objects.get_or_create(username="opplaering-i-test")[0], virksomhet(FYLKET)
    return bruker, fylket, Kontekst(DbRolle.FYLKE, bruker.pk, fylket.pk, skjermede=True)


def lag_skole(nummer: str = SKOLE) -> Virksomhet:
    """Return the school with this number (`fabrikk.SKOLE`, `fabrikk.ANNEN_SKOLE`)."""
    return virksomhet(nummer)


def lag_tilbud(skole: str = SKOLE, **felt: Any) -> Utdanningstilbud:
    """Return a programme of a school."""
    bruker, _fylket, hvem = _skriver()
    sted = lag_skole(skole)
    verdier = {"program": "helse", "navn": f"Vg1 helse- og oppvekstfag {next(_NUMMER)}"} | felt
    with kontekst(hvem):
        return Utdanningstilbud.objects.create(skole=sted, endret_av=bruker, **verdier)


def lag_klasse(skole: str = SKOLE, **felt: Any) -> Skoleklasse:
    """Return a class of a school, on today, in which hours in norsk are kept."""
    bruker, _fylket, hvem = _skriver()
    sted = lag_skole(skole)
    verdier = {"navn": f"1HO{next(_NUMMER)}", "fra": FRA, "til": TIL, "undervisning": ["norsk"]} | felt
    with kontekst(hvem):
        return Skoleklasse.objects.create(skole=sted, endret_av=bruker, **verdier)


def lag_hovedansvar(klasse: Skoleklasse, ansvar: str = "fylke", **felt: Any) -> Hovedansvar:
    """Return a decision on a combination class, from its first day."""
    bruker, _fylket, hvem = _skriver()
    verdier = {
        "grunn": "mest_videregaaende", "begrunnelse": "Målet er videregående.",
        "fra": klasse.fra, "bestemt": klasse.fra,
    } | felt  # fmt: skip
    with kontekst(hvem):
        return Hovedansvar.objects.create(klasse=klasse, ansvar=ansvar, av=bruker, **verdier)


def lag_ny_elev(duf: str, skole: str = SKOLE, **felt: Any) -> Skolemelding:
    """Return what someone at a school told of a new pupil."""
    av = skolekontakt(skole)
    verdier: dict[str, Any] = {"navn": "Ny Elev", "fra": I_DAG, "timer_per_uke": Decimal(30)} | felt
    with kontekst(kontekst_for(av)):
        return meld_ny_elev(data=NyElev(duf=duf, **verdier), innsending=uuid.uuid4(), av=av)


def registrer(modell: type[F], person: Person, **felt: Any) -> F:
    """Return the first version of a fact with two clocks, registered now by the county."""
    bruker, fylket, hvem = _skriver()
    verdier = {"registrering_id": uuid.uuid4(), "registrert_av": bruker, "virksomhet": fylket} | felt
    with kontekst(hvem):
        rad = modell(person=person, **verdier)
        rad.save(force_insert=True)
        rad.refresh_from_db()
    return rad


def lag_skolegang(
    person: Person,
    skole: str = SKOLE,
    *,
    fra: date = FRA,
    til: date | None = None,
    timer: Decimal | int = 30,
    maalgruppe: str = "program",
    **felt: Any,
) -> Skolegang:
    """Return a period at a school, full time in the programme unless something else is said."""
    return registrer(
        Skolegang, person, skole=lag_skole(skole), fra=fra, til=til,
        timer_per_uke=Decimal(timer), maalgruppe=maalgruppe, **felt,
    )  # fmt: skip


def lag_resultat(
    person: Person, slag: str = "standpunkt", skole: str = SKOLE, *, dato: date | None = None, **felt: Any
) -> Resultat:
    """Return a result at a school: grade 4 in norsk a month ago unless something else is said."""
    karakter = {"fag": "norsk", "karakter": 4} if slag == "standpunkt" else {}
    return registrer(
        Resultat, person, skole=lag_skole(skole), slag=slag, dato=dato or I_DAG - timedelta(days=30),
        **karakter | felt,
    )  # fmt: skip


def skolegangen(person: Person) -> list[Skolegang]:
    """Return the periods that hold for a person, the oldest first."""
    with kontekst(motor_kontekst()):
        return list(Skolegang.objects.gjeldende().filter(person=person).order_by("fra"))


# --- The goal in Norwegian ---

ALLE_A2 = dict.fromkeys(("lytte", "lese", "skriftlig", "muntlig"), "a2")
ALLE_B1 = dict.fromkeys(("lytte", "lese", "skriftlig", "muntlig"), "b1")


def lag_maal(person: Person, **felt: Any) -> Norskmaal:
    """Register a goal of B1 in all parts, unless `felt` says another."""
    verdier: dict[str, Any] = {"slag": "nivaa", "fra": FRA} | ALLE_B1 | felt
    return fabrikk.registrer(Norskmaal, person, registrert=None, **verdier)
