"""Take a list out, order a large export, delete it; keep saved filters."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import IO

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.jobber import avbryt_jobb, start_jobb
from integrering.lister.eksport import Uttrekk, uten_skjermede
from integrering.lister.filer import Fil
from integrering.lister.models import Bestilling, Bestillingsdel, Eksport, Filformat, LagretFilter
from integrering.lister.register import eksportsted
from integrering.lister.utvalg import Utvalg
from integrering.tilgang.actions.innsyn import registrer_innsyn_i_mange
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle

SLAG = "lister.eksport"
DEL = 1 << 20
MAKS_FILTRE = 50
# rows the database hands over at a time
_HENT = 2_000


def er_stort(utvalg: Utvalg) -> bool:
    """Say whether a list has more rows than are taken out while the reader waits."""
    grense: int = settings.EKSPORT_DIREKTE_RADER
    with uten_skjermede(utvalg.av):
        return bool(utvalg.alle().order_by().values("pk")[: grense + 1].count() > grense)


def ta_ut(*, utvalg: Utvalg, sti: str, format_: Filformat) -> Fil:
    """Write all rows of the list to a file. It is logged, and whom it is about, in the same transaction.

    Raises:
        Regelbrudd: too many rows for the format.
    """
    with uten_skjermede(utvalg.av), Uttrekk(utvalg, format_) as uttrekk:
        # closed before the savepoint goes, which would take the cursor away beneath it
        with closing(utvalg.ordnet().iterator(_HENT)) as rader:  # type: ignore[type-var]
            uttrekk.skriv(rader)
        fil = uttrekk.ferdig()
        logg_eksport(uttrekk=uttrekk, fil=fil, sti=sti)
    return fil


def logg_eksport(*, uttrekk: Uttrekk, fil: Fil, sti: str) -> Eksport:
    """Write down what is about to leave: the file, and one row in the log of look-ups for each person."""
    utvalg, av = uttrekk.utvalg, uttrekk.utvalg.av
    registrer_innsyn_i_mange(person_ider=sorted(uttrekk.personer), av=av, hvor=eksportsted(utvalg.liste))
    return Eksport.objects.create(
        bruker_id=av.bruker_id,
        virksomhet_id=av.virksomhet_id,
        rolle=av.rolle,
        liste=utvalg.liste.navn,
        sti=sti,
        sporring=utvalg.kanonisk,
        format=uttrekk.format,
        rader=uttrekk.skriver.rader,
        personer=len(uttrekk.personer),
        stoerrelse=fil.stoerrelse,
        sha256=fil.sha256,
    )


def bestill(*, utvalg: Utvalg, sti: str, format_: Filformat, noekkel: uuid.UUID) -> Bestilling:
    """Let a job take the list out. The same key gives the same order: a second click orders nothing new.

    Raises:
        Regelbrudd: the key is somebody else's.
    """
    av = utvalg.av
    bestilling = Bestilling(
        noekkel=noekkel,
        bruker_id=av.bruker_id,
        virksomhet_id=av.virksomhet_id,
        rolle=av.rolle,
        liste=utvalg.liste.navn,
        sti=sti,
        sporring=utvalg.kanonisk,
        format=format_,
    )
    try:
        with transaction.atomic():
            bestilling.save(force_insert=True)
    except IntegrityError as feil:
        if (finnes := Bestilling.objects.filter(noekkel=noekkel).first()) is not None:
            return finnes
        raise Regelbrudd(_("Last siden på nytt, og prøv igjen.")) from feil
    bestilling.jobb = start_jobb(
        slag=SLAG,
        tittel=_("Eksport: %(liste)s (%(format)s)")
        % {"liste": utvalg.liste.tittel, "format": Filformat(format_).label},
        parametre={"bestilling": str(bestilling.pk)},
        bruker_id=av.bruker_id,
        virksomhet_id=av.virksomhet_id,
        resultat_url=reverse("eksporter"),
    )
    bestilling.save(update_fields=["jobb"])
    return bestilling


def legg_i_bestilling(*, bestilling: Bestilling, fil: Fil, eksport: Eksport) -> None:
    """Put a finished file where the one who ordered it, and nobody else, can fetch it."""
    for nr, innhold in enumerate(_stykker(fil.innhold)):
        Bestillingsdel.objects.create(
            bestilling=bestilling,
            nr=nr,
            innhold=innhold,
            bruker_id=bestilling.bruker_id,
            virksomhet_id=bestilling.virksomhet_id,
        )
    bestilling.eksport, bestilling.filnavn = eksport, fil.navn
    bestilling.save(update_fields=["eksport", "filnavn"])


def _stykker(fil: IO[bytes]) -> Iterator[bytes]:
    yield from iter(lambda: fil.read(DEL), b"")


def slett_bestilling(*, bestilling: Bestilling) -> None:
    """Delete an order and its file; a job that still works on it is stopped. The log remains."""
    if bestilling.jobb and bestilling.jobb.lever:
        avbryt_jobb(jobb=bestilling.jobb)
    bestilling.delete()


def slett_utloepte() -> int:
    """Delete orders that are a week old, with their files. Return how many. Runs every night."""
    with kontekst(motor_kontekst()):
        utloepte = list(Bestilling.objects.filter(utloeper__lte=timezone.now()).values_list("pk", flat=True))
        Bestillingsdel.objects.filter(bestilling_id__in=utloepte).delete()
        Bestilling.objects.filter(pk__in=utloepte).delete()
        return len(utloepte)


# --- Saved filters ---


def lagre_filter(*, utvalg: Utvalg, navn: str, delt: bool, av: Aktoer) -> LagretFilter:
    """Give the filter and order of a list a name.

    Raises:
        Regelbrudd: the name is in use, or there are too many.
    """
    mine = LagretFilter.objects.filter(bruker_id=av.bruker_id, virksomhet_id=av.virksomhet_id)
    if mine.count() >= MAKS_FILTRE:
        raise Regelbrudd(_("Du har %(n)s lagrede filtre. Slett noen først.") % {"n": MAKS_FILTRE})
    nytt = LagretFilter(
        navn=navn,
        liste=utvalg.liste.navn,
        sporring=utvalg.kanonisk,
        delt=delt,
        bruker_id=av.bruker_id,
        virksomhet_id=av.virksomhet_id,
        endret_av_id=av.bruker_id,
    )
    with _eget_navn():
        nytt.save(force_insert=True)
    return nytt


def endre_filter(*, lagret: LagretFilter, navn: str, delt: bool, versjon: int, av: Aktoer) -> None:
    """Rename a filter, share it or stop sharing it.

    Raises:
        Konflikt: it was changed meanwhile.
        Regelbrudd: the name is in use.
    """
    with _eget_navn():
        lagret.lagre_over(versjon=versjon, bruker_id=av.bruker_id, navn=navn, delt=delt)


def slett_filter(*, lagret: LagretFilter) -> None:
    """Delete a filter (the database lets the owner only)."""
    lagret.delete()


def kan_rydde(lagret: LagretFilter, av: Aktoer) -> bool:
    """Return whether the one who asks administers the organisation a colleague shares the filter with."""
    return (
        lagret.delt
        and lagret.bruker_id != av.bruker_id
        and lagret.virksomhet_id == av.virksomhet_id
        and av.har(Rolle.ADMINISTRATOR, Rolle.KOMMUNE_ADMINISTRATOR)
    )


def rydd_delt_filter(*, lagret: LagretFilter, slett: bool, av: Aktoer) -> None:
    """End the sharing of a colleague's filter, or delete it. It is written down, and the owner sees it.

    Raises:
        IkkeTilgang: not an administrator of the organisation.
        Regelbrudd: the filter is gone, or not shared any more.
    """
    if not kan_rydde(lagret, av):
        raise IkkeTilgang(_("Bare en administrator i virksomheten kan rydde i kollegenes delte filtre."))
    with connection.cursor() as peker:
        peker.execute("SELECT lister_rydd_delt(%s, %s)", [lagret.pk, slett])
        rad = peker.fetchone()
    if not (rad and rad[0]):
        raise Regelbrudd(_("Filteret er ikke delt lenger."))


@contextmanager
def _eget_navn() -> Iterator[None]:
    """Say in words when the name is taken."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as feil:
        raise Regelbrudd({"navn": [_("Du har allerede et filter med dette navnet.")]}) from feil
