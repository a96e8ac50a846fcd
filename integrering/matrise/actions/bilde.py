"""Make a snapshot: ordered by a person, worked out by a job, written once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd, krev_gyldig
from integrering.grunnmur.jobber import start_jobb
from integrering.grunnmur.models import Jobb
from integrering.grunnmur.personnummer import har_siffer_i_tittel
from integrering.matrise.models import Bildelinje, Bildeperson, Oeyeblikksbilde
from integrering.matrise.queries.ansvar import fordelt_i
from integrering.matrise.queries.bilder import Personrad, innhold_av
from integrering.matrise.roller import LAGER_BILDE
from integrering.matrise.rules.bilde import avtrykk, tell
from integrering.nir.rules.registreringer import Registrering
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet

SLAG = "matrise.bilde"
_PLASS = {hva: nr for nr, hva in enumerate(Registrering)}


@dataclass(frozen=True)
class Bildedata:
    """What the form gives: which municipality, which day, what it is called and for whom."""

    kommune: Virksomhet
    dato: date
    tittel: str
    mottaker: str = ""

    @property
    def adresse(self) -> str:
        """Where the snapshot is read."""
        return reverse("oeyeblikksbilde", args=[self.kommune.nummer, self.dato.isoformat()])


def bestill_bilde(*, data: Bildedata, av: Aktoer) -> Jobb:
    """Let a job make the snapshot. Raises Regelbrudd, IkkeTilgang."""
    krev_kan_lage(data.kommune, av)
    krev_gyldig(_brudd(data))
    return start_jobb(
        slag=SLAG,
        tittel=_("Øyeblikksbilde av registreringene per %(dato)s") % {"dato": visning.dato(data.dato)},
        parametre={
            "kommune": data.kommune.pk,
            "dato": data.dato.isoformat(),
            "tittel": data.tittel,
            "mottaker": data.mottaker,
            "rolle": av.rolle.value,
        },
        bruker_id=av.bruker_id,
        virksomhet_id=av.virksomhet_id,
        noekkel=f"{SLAG}-{data.kommune.pk}-{data.dato.isoformat()}",
        resultat_url=data.adresse,
    )


def krev_kan_lage(kommune: Virksomhet, av: Aktoer) -> None:
    """Raise IkkeTilgang unless the municipality is one's own, or one is the county's."""
    av.krev(*LAGER_BILDE)
    if not av.er_fylke and kommune.pk != av.virksomhet_id:
        raise IkkeTilgang(_("Du kan bare lage øyeblikksbilder for egen kommune."))


def _brudd(data: Bildedata) -> dict[str, list[str]]:
    brudd = {}
    if data.dato > timezone.localdate():
        brudd["dato"] = [_("Datoen kan ikke være etter i dag.")]
    elif Oeyeblikksbilde.objects.filter(kommune=data.kommune, dato=data.dato).exists():
        brudd["dato"] = [_("Det finnes et øyeblikksbilde for denne datoen. Velg en annen dato.")]
    for felt, tekst in (("tittel", data.tittel), ("mottaker", data.mottaker)):
        if har_siffer_i_tittel(tekst):
            brudd[felt] = [_("Ikke skriv fødselsdato eller nummer på personer her.")]
    return brudd


@transaction.atomic
def frys(*, data: Bildedata, rader: Sequence[Personrad], av: Aktoer) -> Oeyeblikksbilde:
    """Write the snapshot from how each person stood. Raises Regelbrudd when there is one of the day."""
    krev_kan_lage(data.kommune, av)
    bilde = Oeyeblikksbilde(
        kommune=data.kommune, dato=data.dato, tittel=data.tittel, mottaker=data.mottaker,
        personer=len(rader), laget_av_id=av.bruker_id, virksomhet_id=av.virksomhet_id,
    )  # fmt: skip
    linjer = _linjer(bilde, rader)
    bilde.sha256 = avtrykk(innhold_av(bilde, linjer))
    try:
        with transaction.atomic():
            bilde.save(force_insert=True)
    except IntegrityError as feil:
        raise Regelbrudd(_("Det finnes et øyeblikksbilde for denne datoen. Velg en annen dato.")) from feil
    Bildelinje.objects.bulk_create(linjer)
    Bildeperson.objects.bulk_create([_person(bilde, rad) for rad in rader], batch_size=1000)
    return bilde


def _linjer(bilde: Oeyeblikksbilde, rader: Sequence[Personrad]) -> list[Bildelinje]:
    ansvar = fordelt_i(bilde.kommune_id)
    tall = tell((rad.kolonne, rad.tilstander) for rad in rader)
    return [
        Bildelinje(
            bilde=bilde, registrering=hva, plass=_PLASS[hva], kolonne=kolonne, ansvarlig=ansvar[hva],
            registrert=t.registrert, delvis=t.delvis, mangler=t.mangler, gjelder_ikke=t.gjelder_ikke,
            ukjent=t.ukjent,
        )
        for (hva, kolonne), t in tall.items()
    ]  # fmt: skip


def _person(bilde: Oeyeblikksbilde, rad: Personrad) -> Bildeperson:
    tilstander: dict[str, Any] = {hva.value: tilstand.value for hva, tilstand in rad.tilstander.items()}
    return Bildeperson(bilde=bilde, person_id=rad.person_id, kolonne=rad.kolonne, tilstander=tilstander)
