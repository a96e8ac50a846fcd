"""Attach, add a version, lock, delete a draft's file, and log who fetched what."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import ARBEIDSROLLER, PARTNERROLLER
from integrering.utveksling.vedlegg import tekster
from integrering.utveksling.vedlegg.baerere import baerer_av
from integrering.utveksling.vedlegg.models import (
    Vedlegg,
    Vedleggaapning,
    Vedlegginnhold,
    Vedleggversjon,
)
from integrering.utveksling.vedlegg.rules.avvist import Grunn
from integrering.utveksling.vedlegg.rules.filnavn import rens
from integrering.utveksling.vedlegg.rules.filtype import MEDIETYPE, Avvist, kjenn_igjen

FELT = "vedlegg"


@transaction.atomic
def legg_ved(*, fil: UploadedFile[Any], av: Aktoer, person_id: int | None = None) -> Vedlegg:
    """Store a file as the first version of a new attachment of `av`'s organisation.

    Args:
        fil: what was uploaded; judged by its content.
        person_id: whom the file is about, where that is known: it is hidden should they become protected.

    Raises:
        Regelbrudd: on the field «vedlegg»: too large, empty, not a type that is let in, broken, active.
        IkkeTilgang: a role without such work.
    """
    av.krev(*ARBEIDSROLLER)
    navn, medietype, data = _kontrollert(fil)
    vedlegg = Vedlegg.objects.create(
        tittel=navn, virksomhet_id=av.virksomhet_id, person_id=person_id, lastet_opp_av_id=av.bruker_id
    )
    _lagre(vedlegg, 1, navn, medietype, data, av)
    return vedlegg


@transaction.atomic
def legg_ved_alle(
    *, filer: Iterable[UploadedFile[Any]], av: Aktoer, person_id: int | None = None
) -> list[Vedlegg]:
    """Store all the files or none; the Regelbrudd names each that was refused."""
    lagret, brudd = [], []
    for fil in filer:
        try:
            lagret.append(legg_ved(fil=fil, av=av, person_id=person_id))
        except Regelbrudd as feil:
            brudd += feil.meldinger[FELT]
    if brudd:
        raise Regelbrudd({FELT: brudd})
    return lagret


@transaction.atomic
def ny_versjon(*, vedlegg: Vedlegg, fil: UploadedFile[Any], av: Aktoer) -> Vedleggversjon:
    """Add a version to an attachment of one's own organisation that has not been sent.

    The same content once more is no new version: the newest is returned.

    Raises:
        Regelbrudd: on the field «vedlegg»: sent, what it hangs on is closed, or a file that is not let in.
        IkkeTilgang: another organisation's.
    """
    laast = _mitt_ulaaste(vedlegg, av)
    baerer = baerer_av(laast, av)
    if baerer is not None and not baerer.aapen:
        raise Regelbrudd({FELT: [_("Det vedlegget hører til, er låst. Vedlegget kan ikke endres.")]})
    navn, medietype, data = _kontrollert(fil)
    siste = laast.siste
    if siste.sha256 == hashlib.sha256(data).hexdigest() and siste.filnavn == navn:
        return siste
    return _lagre(laast, siste.nummer + 1, navn, medietype, data, av)


@transaction.atomic
def laas(*, vedlegg: Collection[Vedlegg], av: Aktoer) -> None:
    """Lock attachments of one's own organisation for good: they have been sent. Again: no change."""
    av.krev(*ARBEIDSROLLER)
    Vedlegg.objects.filter(
        pk__in=[v.pk for v in vedlegg], virksomhet_id=av.virksomhet_id, laast__isnull=True
    ).update(laast=timezone.now())


@transaction.atomic
def slett_utkast(*, vedlegg: Vedlegg, av: Aktoer) -> None:
    """Delete a file that has not been sent and hangs on nothing, with all its versions.

    Raises:
        Regelbrudd: it has been sent, or something still refers to it.
        IkkeTilgang: another organisation's.
    """
    laast = _mitt_ulaaste(vedlegg, av)
    versjoner = Vedleggversjon.objects.filter(vedlegg=laast)
    try:
        # no user's role may delete rows that can be about a person; ours and not sent: checked above
        with kontekst(motor_kontekst(av.bruker_id)):
            Vedlegginnhold.objects.filter(versjon__in=versjoner)._raw_delete("default")
            versjoner._raw_delete("default")
            Vedlegg.objects.filter(pk=laast.pk)._raw_delete("default")
    except IntegrityError as feil:
        raise Regelbrudd({FELT: [_("Vedlegget er i bruk og kan ikke slettes.")]}) from feil


@transaction.atomic
def slett_lenker(*, lenker: Iterable[Any], av: Aktoer) -> int:
    """Take files off what they hang on and delete them; return how many.

    Args:
        lenker: rows of an app's own table of links, which `av` has been found to may change.

    Raises:
        Regelbrudd, IkkeTilgang: as `slett_utkast`.
    """
    alle = list(lenker)
    for lenke in alle:
        with kontekst(motor_kontekst(av.bruker_id)):  # no user's role deletes what can be about a person
            type(lenke)._default_manager.filter(pk=lenke.pk)._raw_delete("default")
        slett_utkast(vedlegg=lenke.vedlegg, av=av)
    return len(alle)


@transaction.atomic
def hent(*, versjon: Vedleggversjon, av: Aktoer) -> bytes:
    """Return the content of a version `av` sees, and log that it was fetched."""
    av.krev(*ARBEIDSROLLER)
    data = Vedlegginnhold.objects.values_list("data", flat=True).get(versjon=versjon)
    vedlegg = versjon.vedlegg
    Vedleggaapning.objects.create(
        bruker_id=av.bruker_id, virksomhet_id=av.virksomhet_id, vedlegg_noekkel=vedlegg.noekkel,
        versjon=versjon.nummer, sha256=versjon.sha256,
    )  # fmt: skip
    if vedlegg.person_id is not None:
        logg_innsyn(person_id=vedlegg.person_id, av=av, hvor="vedlegg")
    return bytes(data)


def logg_innsyn(*, person_id: int, av: Aktoer, hvor: str) -> None:
    """Write down the look-up of someone a letter or a file is about, also for those without a register."""
    if not av.har(*PARTNERROLLER):
        registrer_innsyn(person_id=person_id, av=av, hvor=hvor)
        return
    # schools and organisations have no way into the look-up log; the file was found with their own eyes
    with kontekst(motor_kontekst(av.bruker_id)):
        registrer_innsyn(person_id=person_id, av=av, hvor=hvor)


def _kontrollert(fil: UploadedFile[Any]) -> tuple[str, str, bytes]:
    """Return the cleaned name, the media type and the content. Raises Regelbrudd."""
    navn = rens(fil.name or "")
    try:
        if (fil.size or 0) > settings.VEDLEGG_MAKS_BYTE:
            raise Avvist(Grunn.FOR_STOR)
        data = fil.read(settings.VEDLEGG_MAKS_BYTE + 1)
        return navn, MEDIETYPE[kjenn_igjen(navn, data)], data
    except Avvist as avvist:
        raise Regelbrudd({FELT: [tekster.avvist(navn, avvist.grunn)]}) from avvist


def _lagre(
    vedlegg: Vedlegg, nummer: int, navn: str, medietype: str, data: bytes, av: Aktoer
) -> Vedleggversjon:
    versjon = Vedleggversjon.objects.create(
        vedlegg=vedlegg, nummer=nummer, filnavn=navn, medietype=medietype, stoerrelse=len(data),
        sha256=hashlib.sha256(data).hexdigest(), lastet_opp_av_id=av.bruker_id,
    )  # fmt: skip
    Vedlegginnhold.objects.create(versjon=versjon, data=data)
    return versjon


def _mitt_ulaaste(vedlegg: Vedlegg, av: Aktoer) -> Vedlegg:
    """Return the attachment, locked for the transaction. Raises IkkeTilgang, Regelbrudd."""
    av.krev(*ARBEIDSROLLER)
    mitt = Vedlegg.objects.filter(pk=vedlegg.pk, virksomhet_id=av.virksomhet_id)
    if not mitt.exists():
        raise IkkeTilgang(_("Vedlegget hører til en annen virksomhet."))
    # the database locks, and lets us change, only what is not sent
    ulaast = mitt.select_for_update().filter(laast__isnull=True).first()
    if ulaast is None:
        raise Regelbrudd({FELT: [_("Vedlegget er sendt og kan ikke endres.")]})
    return ulaast
