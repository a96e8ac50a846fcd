"""Lists as text, uploaded and compared at once."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from integrering.grunnmur.jobber.loep import kjoer
from integrering.nir.models import Avslutning, Person, Sluttmaal, Vedtak
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.utveksling.registerlister import actions
from integrering.utveksling.registerlister.actions.opplasting import Listedata
from integrering.utveksling.registerlister.models import Feltsammenligning, Registerliste
from integrering.utveksling.registerlister.rules.felt import Slag
from tests import fabrikk

AVSLUTTEDE = "DUF-nummer;Fornavn, Etternavn;Kategori;Sluttmaal;Avslutningsarsak;Avslutningsdato"
PERSONER = (
    "DUF-nummer;Fornavn;Etternavn;Fødselsdato;Kommune;Kategori;Sluttmål;Vedtak intro;Start intro;Vedtak norsk"
)
DAG = date(2026, 11, 1)


def tekst(overskrift: str, *rader: str) -> str:
    return "\r\n".join([overskrift, *rader, ""])


def last_opp(
    innhold: str | bytes, av: Aktoer, *, slag: Slag = Slag.AVSLUTTEDE, dato: date = DAG, **valg: Any
) -> Registerliste:
    """Upload and, when the columns are known, compare; return the list as it is then."""
    raa = innhold.encode() if isinstance(innhold, str) else innhold
    with kontekst(kontekst_for(av)):
        liste = actions.last_opp(
            data=Listedata(slag=slag, dato=dato, **valg), innhold=raa, innsending=uuid.uuid4(), av=av
        )
    return ferdig(liste)


def ferdig(liste: Registerliste) -> Registerliste:
    """Do the job of the list, if there is one, and read the list again."""
    if liste.jobb_id:
        kjoer(liste.jobb_id)
    with kontekst(motor_kontekst()):
        return Registerliste.objects.select_related("jobb").get(pk=liste.pk)


def paa_nytt(liste: Registerliste, av: Aktoer) -> Registerliste:
    with kontekst(kontekst_for(av)):
        actions.start_sammenligning(liste=liste, av=av)
    return ferdig(liste)


def utfall(liste: Registerliste, av: Aktoer) -> dict[str, dict[str, str]]:
    """Return DUF number → field → result, as one sees the list."""
    ut: dict[str, dict[str, str]] = {}
    with kontekst(kontekst_for(av)):
        for f in Feltsammenligning.objects.filter(liste=liste).select_related("rad").order_by("id"):
            ut.setdefault(f.rad.duf, {})[f.felt] = f.utfall
    return ut


def felt(liste: Registerliste, person: Person | str, navn: str) -> Feltsammenligning:
    """Return one compared field."""
    duf = person if isinstance(person, str) else person.duf
    with kontekst(motor_kontekst()):
        return Feltsammenligning.objects.select_related("rad__person").get(
            liste=liste, rad__duf=duf, felt=navn
        )


def avsluttet(
    person: Person, *, aarsak: str = "nir_nav_tiltak", dato: date = date(2026, 6, 30)
) -> Avslutning:
    return fabrikk.registrer(
        Avslutning, person, registrert=None, ordning="intro", dato=dato, avslutningsaarsak=aarsak
    )


def med_sluttmaal(person: Person, maal: str = "vgo") -> Sluttmaal:
    return fabrikk.registrer(Sluttmaal, person, registrert=None, maal=maal, fra=date(2024, 1, 1))


def med_intro(person: Person, start: date = date(2024, 1, 8)) -> Vedtak:
    return fabrikk.registrer(
        Vedtak, person, registrert=None, ordning="intro", vedtaksdato=date(2024, 1, 1), startdato=start
    )


def skrevet(duf: str) -> str:
    """Return a number as the report prints it."""
    return f"{duf[:4]} {duf[4:10]} {duf[10:]}"


def avsluttetrad(
    person: Person | str,
    *,
    navn: str = "Amina, Eksempel",
    kategori: str = "",
    maal: str = "Fullføre videregående opplæring - over 25 år",
    aarsak: str = "Arbeidsmarkeds tiltak i regi av NAV",
    dato: str = "30.06.2026",
) -> str:
    duf = person if isinstance(person, str) else skrevet(person.duf)
    return ";".join((duf, f'"{navn}"', kategori, maal, aarsak, dato))
