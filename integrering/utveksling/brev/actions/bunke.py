"""The same letter to several municipalities, each in its own language. Never about persons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID, uuid5

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.jobber import start_jobb
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import FYLKESROLLER
from integrering.utveksling.brev import queries
from integrering.utveksling.brev.actions.brev import laas
from integrering.utveksling.brev.actions.felter import Brevsvar, Fellessvar, nytt_brev
from integrering.utveksling.brev.actions.nummer import Nummerserie
from integrering.utveksling.brev.actions.sending import merk_sendt
from integrering.utveksling.brev.flettefelt import kan_til_flere
from integrering.utveksling.brev.models import Brevbunke, Brevmalversjon, Brevtilstand
from integrering.utveksling.brev.rules.maalform import Kilde

JOBB = "brev.bunke"
# So many are made while one waits; more is a job with progress.
STRAKS = 10


@dataclass(frozen=True, kw_only=True)
class Bunkesvar(Fellessvar):
    """What is the same in all letters. `noeytral` is the language where the recipient has decided none."""

    noeytral: str

    def til(self, kommune: Virksomhet) -> Brevsvar:
        """Return the answers of the letter to one of the municipalities."""
        regel = queries.maalform_for(virksomhet=kommune, person=None)
        felles = {felt.name: getattr(self, felt.name) for felt in fields(Fellessvar)}
        return Brevsvar(maalform=self.noeytral if regel.kilde is Kilde.NOEYTRAL else regel.maalform, **felles)


@transaction.atomic
def bestill_bunke(
    *, noekkel: UUID, malversjon: Brevmalversjon, kommuner: Sequence[Virksomhet], svar: Bunkesvar, av: Aktoer
) -> Brevbunke:
    """Make one letter per municipality: finished at once when they are few, by a job when they are many.

    The same `noekkel` gives the same letters.

    Raises:
        IkkeTilgang: only the county writes letters.
        Regelbrudd: no municipality, a template that is not for several, or something missing, by field.
    """
    av.krev(*FYLKESROLLER)
    if not kommuner:
        raise Regelbrudd({"kommuner": [_("Velg minst én kommune.")]})
    if not kan_til_flere(malversjon.mal.kode, malversjon.mal.mottakerslag):
        raise Regelbrudd({"mal": [_("Denne malen er ikke for flere mottakere.")]})
    serie = Nummerserie(avsender_id=av.virksomhet_id, aar=svar.dato.year)
    if finnes := Brevbunke.objects.filter(noekkel=noekkel).first():
        return finnes
    bunke = Brevbunke.objects.create(
        noekkel=noekkel, malversjon=malversjon, avsender_id=av.virksomhet_id, laget_av_id=av.bruker_id
    )
    with queries.delte_systemtall(av):
        brev = [
            nytt_brev(
                innsending=uuid5(bunke.noekkel, str(kommune.pk)), malversjon=malversjon, nummer=serie.neste(),
                svar=svar.til(kommune), av=av, virksomhet=kommune, bunke=bunke,
            )
            for kommune in kommuner
        ]  # fmt: skip
    if len(brev) <= STRAKS:
        for ett in brev:
            laas(brev=ett, versjon=ett.versjon, bruker_id=av.bruker_id)
    else:
        _start(bunke, av)
    return bunke


def _start(bunke: Brevbunke, av: Aktoer) -> None:
    start_jobb(
        slag=JOBB,
        tittel=_("Lager brev"),
        parametre={"bunke": bunke.pk},
        bruker_id=av.bruker_id,
        virksomhet_id=av.virksomhet_id,
        noekkel=jobbnoekkel(bunke),
        resultat_url=reverse("brev_bunke", args=[bunke.noekkel]),
    )


def jobbnoekkel(bunke: Brevbunke) -> str:
    """Return the key of the job that makes these letters."""
    return f"{JOBB}:{bunke.noekkel}"


def laas_neste(*, bunke: Brevbunke) -> bool:
    """Finish one draft of the bundle; return False when none is left. For the job."""
    brev = queries.utkast_i(bunke).first()
    if brev is None:
        return False
    laas(brev=brev, versjon=brev.versjon, bruker_id=bunke.laget_av_id)
    return True


@transaction.atomic
def merk_bunke_sendt(*, bunke: Brevbunke, maate: str, dato: date, av: Aktoer) -> int:
    """Mark all finished letters of the bundle as sent; return how many.

    Raises:
        IkkeTilgang: only the county sends letters.
        Regelbrudd: as `merk_sendt`; nothing is marked then.
    """
    av.krev(*FYLKESROLLER)
    ferdige = list(bunke.brev.filter(tilstand=Brevtilstand.FERDIG).order_by("id"))
    for brev in ferdige:
        merk_sendt(brev=brev, maate=maate, dato=dato, av=av)
    return len(ferdige)
