"""Small typed functions that make what tests need: users, persons, facts, also as registered in the past.

Invented people only: DUF numbers are of the year 2099. Facts are made as the engine's role, so a test may
call these inside any context; the context of the test holds again afterwards.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from itertools import count
from typing import Any, TypeVar

from django.db import connection
from django.utils import timezone

from integrering.grunnmur.kvartal import OSLO
from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir.models import Bosted, FulltidVgo, Person, Personopplysning, Stans, Vedtak
from integrering.nir.rules import duf_kontroll
from integrering.tilgang import queries
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker, Rolletildeling, Virksomhet
from integrering.tilgang.roller import Rolle, virksomhetstype_for

F = TypeVar("F", bound=ToKlokker)

_NUMMER = count(1)
TRONDHEIM, STEINKJER, FYLKET = "5001", "5006", "50"
# invented: no organisation number begins with 0
SKOLE, ORGANISASJON, ANNEN_SKOLE = "099000001", "099000002", "099000003"
_STED = {"kommune": TRONDHEIM, "fylkeskommune": FYLKET, "skole": SKOLE, "frivillig": ORGANISASJON}


def klokken(aar: int, maaned: int, dag: int, time: int = 12) -> datetime:
    """Return an instant by the clock in Oslo."""
    return datetime(aar, maaned, dag, time, tzinfo=OSLO)


def nytt_duf(loepenummer: int | None = None) -> str:
    """Return a DUF number with right control that cannot be anyone's."""
    ti = f"2099{loepenummer if loepenummer is not None else next(_NUMMER):06d}"
    return ti + duf_kontroll(ti)


# --- Who ---


def virksomhet(nummer: str) -> Virksomhet:
    """Return the municipality («5001»), the county («50»), the school or the organisation."""
    if len(nummer) == 9:
        return _partner(nummer)
    return Virksomhet.objects.get(type="kommune" if len(nummer) == 4 else "fylkeskommune", nummer=nummer)


def _partner(nummer: str) -> Virksomhet:
    """Return the school or the organisation with this number, made the first time it is asked for."""
    type_, navn = {
        SKOLE: ("skole", "Prøvedal videregående skole"),
        ORGANISASJON: ("frivillig", "Prøvelaget"),
        ANNEN_SKOLE: ("skole", "Prøvelia videregående skole"),
    }[nummer]
    with kontekst(motor_kontekst()):
        return Virksomhet.objects.get_or_create(type=type_, nummer=nummer, defaults={"navn": navn})[0]


def lag_bruker(
    rolle: Rolle = Rolle.KOMMUNE_FLYKTNINGTJENESTE,
    nummer: str = "",
    *,
    brukernavn: str = "",
    fornavn: str = "Kari",
    etternavn: str = "Prøve",
    skjermede: bool = False,
    passord: str = "",
) -> Bruker:
    """Return a user with one role: at Trondheim for municipal roles, at Trøndelag for the others."""
    sted = nummer or _STED[virksomhetstype_for(rolle)]
    bruker = Bruker(username=brukernavn or f"bruker{next(_NUMMER)}", first_name=fornavn, last_name=etternavn)
    if passord:
        bruker.set_password(passord)
    else:
        bruker.set_unusable_password()
    bruker.save()
    gi_rolle(bruker, rolle, sted, kan_se_skjermede=skjermede)
    return bruker


def gi_rolle(bruker: Bruker, rolle: Rolle, nummer: str, **felt: Any) -> Rolletildeling:
    """Give a user a role, for ever unless something else is said."""
    with kontekst(motor_kontekst()):
        return Rolletildeling.objects.create(
            bruker=bruker,
            virksomhet=virksomhet(nummer),
            rolle=rolle.value,
            **({"fra": date(2000, 1, 1)} | felt),
        )


def aktoer(bruker: Bruker) -> Aktoer:
    """Return the user as one who acts."""
    tildeling = queries.gyldige_roller(bruker.pk, timezone.localdate()).get()
    return queries.aktoer_av(tildeling)


def lag_aktoer(
    rolle: Rolle = Rolle.KOMMUNE_FLYKTNINGTJENESTE, nummer: str = "", *, skjermede: bool = False
) -> Aktoer:
    """Return a new user as one who acts."""
    return aktoer(lag_bruker(rolle, nummer, skjermede=skjermede))


# --- Facts ---


@contextmanager
def historisk() -> Iterator[None]:
    """Run the block as the engine's role, which may give `registrert` and `erstattet` itself."""
    with kontekst(motor_kontekst()), connection.cursor() as peker:
        peker.execute("SELECT current_setting('app.historisk', true)")
        foer = (peker.fetchone() or ("",))[0] or ""
        peker.execute("SELECT set_config('app.historisk', 'ja', true)")
        yield
        peker.execute("SELECT set_config('app.historisk', %s, true)", [foer])


def _registrator(sted: Virksomhet) -> Bruker:
    return Bruker.objects.get_or_create(username=f"registrator-{sted.nummer}")[0]


def registrer(
    modell: type[F], person: Person, *, registrert: datetime | None, for_: str = "", **felter: Any
) -> F:
    """Insert the first version of a fact, registered now or at `registrert` (past)."""
    sted = virksomhet(for_) if for_ else (person.kommune or virksomhet(FYLKET))
    felter = {
        "person": person,
        "registrering_id": uuid.uuid4(),
        "virksomhet": sted,
        "registrert_av": _registrator(sted),
        **felter,
    }
    if registrert is not None:
        felter["registrert"] = registrert
    with historisk():
        rad = modell(**felter)
        rad.save(force_insert=True)
        rad.refresh_from_db()
        person.refresh_from_db()
    return rad


def rett(fakta: F, *, naar: datetime | None = None, aarsak: str = "Rettet i test", **endringer: Any) -> F:
    """Close the version and open the next with the changes, now or at `naar`. `annullert=True` annuls."""
    felter = {f.attname: getattr(fakta, f.attname) for f in fakta._meta.concrete_fields if not f.primary_key}
    instant = naar or timezone.now()
    felter.update(registrert=instant, erstattet=None, aarsak=aarsak, **endringer)
    with historisk():
        type(fakta)._default_manager.filter(pk=fakta.pk).update(erstattet=instant)
        rad = type(fakta)(**felter)
        rad.save(force_insert=True)
        rad.refresh_from_db()
    return rad


def lag_person(
    *,
    kommune: str = TRONDHEIM,
    fornavn: str = "Amina",
    etternavn: str = "Eksempel",
    foedselsdato: date = date(1995, 6, 15),
    tillatelse: str = "9a",
    tillatelse_dato: date = date(2023, 1, 10),
    landgruppe: str = "H",
    adressebeskyttelse: str = "",
    bosatt_fra: date = date(2023, 3, 1),
    bosatt_til: date | None = None,
    duf: str = "",
    registrert: datetime | None = None,
) -> Person:
    """Return a person with details and a first bosted: by default the one of the worked examples."""
    with kontekst(motor_kontekst()):
        person = Person.objects.create(duf=duf or nytt_duf(), kommune=virksomhet(kommune))
    registrer(
        Personopplysning, person, registrert=registrert, fornavn=fornavn, etternavn=etternavn,
        foedselsdato=foedselsdato, kjoenn="K", statsborgerskap="SYR", tillatelse=tillatelse,
        tillatelse_dato=tillatelse_dato, landgruppe=landgruppe, adressebeskyttelse=adressebeskyttelse,
    )  # fmt: skip
    lag_bosted(person, kommune=kommune, fra=bosatt_fra, til=bosatt_til, registrert=registrert)
    return person


def lag_bosted(
    person: Person, *, kommune: str, fra: date, til: date | None = None, registrert: datetime | None = None
) -> Bosted:
    """Return a period of living in a municipality."""
    return registrer(Bosted, person, registrert=registrert, kommune=virksomhet(kommune), fra=fra, til=til)


def lag_vedtak(
    person: Person,
    *,
    startdato: date = date(2023, 4, 1),
    vedtaksdato: date | None = None,
    registrert: datetime | None = None,
) -> Vedtak:
    """Return a vedtak om norskopplæring."""
    return registrer(
        Vedtak, person, registrert=registrert, startdato=startdato, vedtaksdato=vedtaksdato or startdato
    )


def lag_vgo(
    person: Person,
    *,
    fra: date = date(2023, 8, 21),
    til: date | None = date(2024, 6, 20),
    timer: Decimal | int = 30,
    fylke: str = FYLKET,
    kombinasjonsklasse: bool = False,
    hovedansvar_fylke: bool = False,
    skole: str = "Prøve videregående skole",
    registrert: datetime | None = None,
) -> FulltidVgo:
    """Return a period of full-time upper secondary."""
    return registrer(
        FulltidVgo, person, registrert=registrert, fylke=virksomhet(fylke), fra=fra, til=til,
        timer_per_uke=Decimal(timer), kombinasjonsklasse=kombinasjonsklasse,
        hovedansvar_fylke=hovedansvar_fylke, skole=skole,
    )  # fmt: skip


def lag_stans(
    person: Person, *, fra: date, varighet: str = "permanent", registrert: datetime | None = None
) -> Stans:
    """Return a stans of training."""
    return registrer(Stans, person, registrert=registrert, fra=fra, varighet=varighet)
