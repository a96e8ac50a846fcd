"""A file is taken in as a draft, looked over, and read in as a whole or not at all."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd, krev_gyldig
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.queries import kommuner_i_fylket
from regionalt.actions.felles import opprett_en_gang
from regionalt.kunnskap.formater.felles import Ulesbar
from regionalt.kunnskap.kodeverk import Importtilstand
from regionalt.kunnskap.lesing import Oppskrift, gjett_format, les
from regionalt.kunnskap.models import Tall, Tallfil, Tallimport
from regionalt.kunnskap.queries.importer import Endring, Forhaandsvisning, forhaandsvis
from regionalt.kunnskap.tekster import om_aaret, om_filen
from regionalt.personvern import brudd_i_tekst
from regionalt.roller import FOELGER_OPP

# so many of the rows that are wrong are named at once
FLEST_FEIL = 20


@dataclass(frozen=True)
class Fildata:
    """A file and what is said about it. Without a form the content decides it."""

    innhold: bytes
    filnavn: str
    kilde: str
    hentet: date
    kilde_url: str = ""
    format: str = ""
    aar: int | None = None
    utgave: str = ""
    indikator: str = ""


@transaction.atomic
def ta_imot(*, data: Fildata, innsending: UUID, av: Aktoer) -> Tallimport:
    """Keep a file as a draft that can be looked over. The same form sent twice is one draft.

    Raises:
        IkkeTilgang: a role that does not keep the figures.
        Regelbrudd: on «fil» when it cannot be read, on «kilde», «filnavn» or «hentet».
    """
    av.krev(*FOELGER_OPP)
    brudd = brudd_i_tekst(kilde=data.kilde, fil=data.filnavn)
    if data.hentet > timezone.localdate():
        brudd["hentet"] = [_("Datoen kan ikke være etter i dag.")]
    krev_gyldig(brudd)
    navn = re.sub(r"[\x00-\x1f/\\]", "", data.filnavn)[-120:] or "tall"
    try:
        form = data.format or gjett_format(data.innhold)
        les(data.innhold, Oppskrift(form, data.aar, data.utgave, data.indikator))
    except Ulesbar as feil:
        raise Regelbrudd({"fil": [om_filen(navn, feil)]}) from feil
    rad = opprett_en_gang(
        Tallimport, innsending=innsending, av=av, opprettet_av_id=av.bruker_id, format=form, filnavn=navn,
        sha256=hashlib.sha256(data.innhold).hexdigest(), kilde=data.kilde, kilde_url=data.kilde_url,
        hentet=data.hentet, aar=data.aar, utgave=data.utgave, indikator=data.indikator,
    )  # fmt: skip
    Tallfil.objects.get_or_create(tallimport=rad, defaults={"data": data.innhold})
    return rad


@transaction.atomic
def bekreft_aaret(*, tallimport: Tallimport, versjon: int, aar: int | None, av: Aktoer) -> None:
    """Say which year the figures of a draft are of; without one it is as the file says.

    Raises IkkeTilgang, Konflikt, Regelbrudd (no longer a draft).
    """
    av.krev(*FOELGER_OPP)
    _krev_utkast(tallimport)
    valgt = tallimport.aar if aar is None else aar
    tallimport.lagre_over(versjon=versjon, bruker_id=av.bruker_id, aar=valgt, aar_bekreftet=True)


@transaction.atomic
def forkast(*, tallimport: Tallimport, versjon: int, av: Aktoer) -> None:
    """Throw a draft away; the file and the log of it stay. Raises IkkeTilgang, Konflikt, Regelbrudd."""
    av.krev(*FOELGER_OPP)
    _krev_utkast(tallimport)
    tallimport.lagre_over(versjon=versjon, bruker_id=av.bruker_id, tilstand=Importtilstand.FORKASTET)


@transaction.atomic
def les_inn(*, tallimport: Tallimport, versjon: int, av: Aktoer) -> Forhaandsvisning:
    """Read in all the figures of a draft, or none. What they take the place of, stays as history.

    Raises:
        IkkeTilgang: a role that does not keep the figures.
        Konflikt: somebody else changed the draft meanwhile.
        Regelbrudd: no longer a draft; rows that are wrong; a year that must be confirmed; nothing to read in.
    """
    av.krev(*FOELGER_OPP)
    _krev_utkast(tallimport)
    vist = forhaandsvis(tallimport)
    _krev_lesbar(vist)
    naa = timezone.now()
    tallimport.lagre_over(
        versjon=versjon, bruker_id=av.bruker_id, tilstand=Importtilstand.INNLEST, innlest=naa,
        nye=len(vist.nye), endrede=len(vist.endrede), like=vist.like, uten=vist.utenfor + len(vist.ukjente),
    )  # fmt: skip
    gamle = [e.foer.pk for e in vist.endrede if e.foer is not None]
    Tall.objects.filter(pk__in=gamle).update(erstattet=naa)
    pk_av = dict(kommuner_i_fylket().values_list("nummer", "pk"))
    Tall.objects.bulk_create(_tall(e, tallimport, pk_av) for e in (*vist.nye, *vist.endrede))
    return vist


def _krev_lesbar(vist: Forhaandsvisning) -> None:
    if vist.feil:
        raise Regelbrudd({"": vist.feil[:FLEST_FEIL]})
    if vist.aar is not None:
        raise Regelbrudd(om_aaret(vist.aar))
    if not (vist.nye or vist.endrede or vist.like):
        raise Regelbrudd(_("Filen har ingen tall om kommunene i fylket."))


def _tall(e: Endring, tallimport: Tallimport, pk_av: dict[str, int]) -> Tall:
    celle = e.rad.celle
    return Tall(
        tallimport=tallimport, kommune_id=pk_av[e.rad.nummer], indikator=e.rad.indikator, aar=e.rad.aar,
        utgave=e.rad.versjon, verdi=celle.verdi, merke=celle.merke.value, merknad=celle.merknad,
    )  # fmt: skip


def _krev_utkast(tallimport: Tallimport) -> None:
    if tallimport.tilstand != Importtilstand.UTKAST:
        raise Regelbrudd(_("Filen er alt lest inn eller forkastet."))
