"""The letter: draft, change, finish, delete the draft."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import FYLKESROLLER
from integrering.utveksling.brev.actions.felter import (
    Brevsvar,
    krev_at_navnene_kan_trykkes,
    krev_uten_adresse,
    nytt_brev,
    sett_felter,
    trykk_av,
)
from integrering.utveksling.brev.actions.nummer import Nummerserie
from integrering.utveksling.brev.actions.vedlegg import laas_filene, legg_ved, ta_av
from integrering.utveksling.brev.models import Brev, Brevfil, Brevmalversjon, Brevtilstand


@transaction.atomic
def opprett_utkast(
    *,
    innsending: UUID,
    malversjon: Brevmalversjon,
    svar: Brevsvar,
    av: Aktoer,
    virksomhet: Virksomhet | None = None,
    person: Person | None = None,
    filer: Iterable[UploadedFile[Any]] = (),
) -> Brev:
    """Make a draft with the next reference number. The same `innsending` gives the same draft.

    Args:
        virksomhet: who it goes to, for templates to organisations.
        person: who it goes to, or (beside an organisation) whom it is about.
        filer: what goes with it.

    Raises:
        IkkeTilgang: only the county writes letters.
        Regelbrudd: something is missing or not allowed, by field.
    """
    av.krev(*FYLKESROLLER)
    serie = Nummerserie(avsender_id=av.virksomhet_id, aar=svar.dato.year)
    finnes = Brev.objects.filter(innsending=innsending).first()
    if finnes:
        return finnes
    brev = nytt_brev(
        innsending=innsending, malversjon=malversjon, nummer=serie.neste(), svar=svar, av=av,
        virksomhet=virksomhet, person=person,
    )  # fmt: skip
    if legg_ved(brev=brev, filer=filer, av=av):
        krev_at_navnene_kan_trykkes(brev)
    return brev


@transaction.atomic
def endre_utkast(
    *,
    brev: Brev,
    versjon: int,
    svar: Brevsvar,
    av: Aktoer,
    filer: Iterable[UploadedFile[Any]] = (),
    slett_vedlegg: Collection[UUID] = (),
) -> None:
    """Change a draft and its files; what the system knows (names, counts) is read anew.

    Raises:
        IkkeTilgang: only the county writes letters.
        Konflikt: somebody saved meanwhile.
        Regelbrudd: it is finished, or something is missing or not allowed, by field.
    """
    av.krev(*FYLKESROLLER)
    krev_utkast(brev)
    laas_filene(brev)
    ny = Brev.objects.select_related("avsender", "malversjon__mal", "virksomhet", "person").get(pk=brev.pk)
    felter = sett_felter(ny, svar, av)
    brev.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **felter)
    ta_av(brev=brev, noekler=slett_vedlegg, av=av)
    if legg_ved(brev=brev, filer=filer, av=av):
        krev_at_navnene_kan_trykkes(ny)


def krev_utkast(brev: Brev) -> None:
    """Raise Regelbrudd for a letter that may no longer be changed."""
    if not brev.er_utkast:
        raise Regelbrudd(_("Brevet er ikke lenger et utkast og kan ikke endres."))


@transaction.atomic
def slett_utkast(*, brev: Brev, versjon: int, av: Aktoer) -> None:
    """Empty a draft, delete its files and take it out of the lists. Its number is not used again.

    Raises:
        IkkeTilgang: only the county writes letters.
        Konflikt: somebody saved meanwhile.
        Regelbrudd: it is finished.
    """
    av.krev(*FYLKESROLLER)
    krev_utkast(brev)
    laas_filene(brev)
    brev.lagre_over(
        versjon=versjon, bruker_id=av.bruker_id, tilstand=Brevtilstand.SLETTET, person=None, verdier={},
        fritekst="", adresse="", overskrift="", maalformgrunn="",
    )  # fmt: skip
    ta_av(brev=brev, noekler=None, av=av)


@transaction.atomic
def ferdigstill(*, brev: Brev, versjon: int, av: Aktoer) -> None:
    """Lock a draft and its files: the PDF and all it was made of are kept. A finished letter stays as it is.

    Raises:
        IkkeTilgang: only the county writes letters.
        Konflikt: somebody saved meanwhile.
        Regelbrudd: it is deleted, or cannot be printed.
    """
    av.krev(*FYLKESROLLER)
    laas(brev=brev, versjon=versjon, bruker_id=av.bruker_id)


def laas(*, brev: Brev, versjon: int, bruker_id: int) -> None:
    """Do the work of `ferdigstill` for one whose right has been checked: a job has no role."""
    if brev.er_laast:
        return
    krev_utkast(brev)
    krev_uten_adresse(brev)
    laas_filene(brev)
    ferdig = trykk_av(brev)
    brev.lagre_over(
        versjon=versjon, bruker_id=bruker_id, tilstand=Brevtilstand.FERDIG, ferdig=timezone.now(),
        ferdig_av_id=bruker_id,
    )  # fmt: skip
    Brevfil.objects.create(
        brev=brev, pdf=ferdig.pdf, sha256=ferdig.sha256, inndata=ferdig.inndata, motor=ferdig.motor,
        oppsett=ferdig.oppsett,
    )  # fmt: skip
