"""Order an evidence pack, put its file out, fetch it, delete it.

Protected persons are never in a pack of several or in a sample, also for those who see them. A pack of one
person is read as the one who asks: whoever may see the person may prove what is registered.
"""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import IO

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.jobber import avbryt_jobb, start_jobb
from integrering.lister.eksport import uten_skjermede
from integrering.nir.models import Person
from integrering.rapporter.models import Dokumentasjonspakke, Pakkedel, Pakkehenting, Utvalgsmaate
from integrering.rapporter.roller import TAR_UT_PAKKER
from integrering.rapporter.rules.utvelgelse import SPREDNING, rammens_sum, trekk
from integrering.tilgang.actions.innsyn import registrer_innsyn_i_mange
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst

JOBB = "rapporter.dokumentasjonspakke"
MAKS_PERSONER = 200
STED_LAGET, STED_HENTET = "dokumentasjonspakke", "dokumentasjonspakke-hentet"
_DEL = 1 << 20


@dataclass(frozen=True)
class Ramme:
    """Whom a sample is drawn from: the persons, and the filter that found them, as address and in words."""

    personer: QuerySet[Person]
    filter: str
    i_ord: str


def som_leser(av: Aktoer, *, flere: bool) -> AbstractContextManager[None]:
    """Run the block as the one who asks; without protected persons when it is about several."""
    return uten_skjermede(av) if flere else kontekst(kontekst_for(av))


def bestill_for(*, noekler: Collection[uuid.UUID], innsending: uuid.UUID, av: Aktoer) -> Dokumentasjonspakke:
    """Order a pack of the persons with these keys. Those who cannot be in it are left out.

    The same `innsending` gives the same pack.

    Raises:
        IkkeTilgang: the role does not see all registrations.
        Regelbrudd: nobody is left, or they are too many.
    """
    av.krev(*TAR_UT_PAKKER)
    flere = len(set(noekler)) > 1
    with som_leser(av, flere=flere):
        funnet = list(
            Person.objects.filter(noekkel__in=noekler).order_by("noekkel").values_list("noekkel", flat=True)
        )
    maate = Utvalgsmaate.VALGTE if flere else Utvalgsmaate.EN
    return _bestill(Dokumentasjonspakke(innsending=innsending, maate=maate, utvalg=funnet), av)


def bestill_utvalg(
    *, ramme: Ramme, antall: int, froe: int | None, innsending: uuid.UUID, av: Aktoer
) -> Dokumentasjonspakke:
    """Order a pack of `antall` persons drawn from the frame.

    Args:
        froe: the seed; None draws one.

    Raises:
        IkkeTilgang: the role does not see all registrations.
        Regelbrudd: too many for a pack, or more than the frame has.
    """
    av.krev(*TAR_UT_PAKKER)
    with uten_skjermede(av):
        alle = [str(noekkel) for noekkel in ramme.personer.order_by().values_list("noekkel", flat=True)]
    if antall > len(alle):
        raise Regelbrudd({"antall": [_("Bare %(n)s personer passer til filteret.") % {"n": len(alle)}]})
    valgt_froe = secrets.randbelow(SPREDNING) if froe is None else froe
    pakke = Dokumentasjonspakke(
        innsending=innsending,
        maate=Utvalgsmaate.TILFELDIG,
        utvalg=[uuid.UUID(n) for n in trekk(alle, antall=antall, froe=valgt_froe)],
        froe=valgt_froe,
        ramme_antall=len(alle),
        ramme_sha256=rammens_sum(alle),
        ramme_filter=ramme.filter,
        ramme_i_ord=ramme.i_ord,
    )
    return _bestill(pakke, av)


def _bestill(pakke: Dokumentasjonspakke, av: Aktoer) -> Dokumentasjonspakke:
    pakke.antall = len(pakke.utvalg)
    if not pakke.antall:
        raise Regelbrudd(_("Velg minst én person. Personer med adressebeskyttelse kan ikke være med."))
    if pakke.antall > MAKS_PERSONER:
        raise Regelbrudd(_("En pakke kan ha høyst %(n)s personer.") % {"n": MAKS_PERSONER})
    return sett_i_gang(pakke, jobb=JOBB, tittel=_("Lager dokumentasjonspakke"), av=av)


def sett_i_gang(pakke: Dokumentasjonspakke, *, jobb: str, tittel: str, av: Aktoer) -> Dokumentasjonspakke:
    """Save a new pack of one's own and start the job that makes it. The same `innsending`: the same pack.

    Args:
        jobb: the name of the job; it is told the pack's key as `pakke`, and ends with `legg_ut`.

    Raises:
        Regelbrudd: the key is somebody else's.
    """
    pakke.bruker_id, pakke.virksomhet_id, pakke.rolle = av.bruker_id, av.virksomhet_id, av.rolle
    try:
        with transaction.atomic():
            pakke.save(force_insert=True)
    except IntegrityError as feil:
        if (finnes := Dokumentasjonspakke.objects.filter(innsending=pakke.innsending).first()) is not None:
            return finnes
        raise Regelbrudd(_("Last siden på nytt, og prøv igjen.")) from feil
    pakke.jobb = start_jobb(
        slag=jobb,
        tittel=tittel,
        parametre={"pakke": str(pakke.pk)},
        bruker_id=av.bruker_id,
        virksomhet_id=av.virksomhet_id,
        resultat_url=reverse("dokumentasjonspakke", args=[pakke.pk]),
    )
    pakke.save(update_fields=["jobb"])
    return pakke


def legg_ut(
    *,
    pakke: Dokumentasjonspakke,
    personer: Sequence[Person],
    fil: IO[bytes],
    stoerrelse: int,
    sha256: str,
    av: Aktoer,
) -> None:
    """Put a finished file where its orderer can fetch it, and log whom it is about. For the job."""
    registrer_innsyn_i_mange(person_ider=[person.pk for person in personer], av=av, hvor=STED_LAGET)
    for nr, innhold in enumerate(_stykker(fil)):
        Pakkedel.objects.create(
            pakke=pakke, nr=nr, innhold=innhold, bruker_id=pakke.bruker_id, virksomhet_id=pakke.virksomhet_id
        )
    pakke.utvalg, pakke.antall = [person.noekkel for person in personer], len(personer)
    pakke.ferdig, pakke.stoerrelse, pakke.sha256 = timezone.now(), stoerrelse, sha256
    pakke.save(update_fields=["utvalg", "antall", "ferdig", "stoerrelse", "sha256"])


def _stykker(fil: IO[bytes]) -> Iterator[bytes]:
    yield from iter(lambda: fil.read(_DEL), b"")


def hent_pakke(*, pakke: Dokumentasjonspakke, av: Aktoer) -> None:
    """Write down that the pack is fetched, and whom it is about, before a byte leaves.

    Raises:
        Regelbrudd: it is not there (any more), or the reader no longer sees all who are in it.
    """
    if not pakke.kan_hentes:
        raise Regelbrudd(_("Pakken kan ikke hentes. Lag en ny."))
    with som_leser(av, flere=pakke.antall > 1):
        ider = list(Person.objects.filter(noekkel__in=pakke.utvalg).values_list("pk", flat=True))
        if len(ider) < pakke.antall:
            raise Regelbrudd(_("Du ser ikke lenger alle som er med i pakken. Lag en ny."))
        registrer_innsyn_i_mange(person_ider=ider, av=av, hvor=STED_HENTET)
    Pakkehenting.objects.create(
        pakke_id=pakke.pk,
        bruker_id=av.bruker_id,
        virksomhet_id=av.virksomhet_id,
        antall=pakke.antall,
        sha256=pakke.sha256,
    )


def slett_pakke(*, pakke: Dokumentasjonspakke) -> None:
    """Delete a pack and its file; a job that still works on it is stopped. The log remains."""
    if pakke.jobb is not None and pakke.jobb.lever:
        avbryt_jobb(jobb=pakke.jobb)
    pakke.delete()


def slett_utloepte() -> int:
    """Delete packs that are a week old, with their files. Return how many. Runs every night."""
    with kontekst(motor_kontekst()):
        ider = list(
            Dokumentasjonspakke.objects.filter(utloeper__lte=timezone.now()).values_list("pk", flat=True)
        )
        Pakkedel.objects.filter(pakke_id__in=ider).delete()
        Dokumentasjonspakke.objects.filter(pk__in=ider).delete()
        return len(ider)
