"""Every change of the projects. A report that is due becomes a task."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.queries import kommuner_i_fylket
from integrering.utveksling.vedlegg import actions as vedlegg
from regionalt.actions.felles import brudd_i_periode
from regionalt.actions.registerrad import Lagring, lagre_rad
from regionalt.jobbsjansen.models import Halvaarstall, Prosjekt, Prosjektvedlegg
from regionalt.jobbsjansen.rules.tall import Feil, Halvaar, begynnelsen_av, feil_i, slutt_paa
from regionalt.roller import FOELGER_OPP

KILDE = "jobbsjansen"


@transaction.atomic
def lagre_prosjekt(*, felter: Mapping[str, Any], lagring: Lagring[Prosjekt], av: Aktoer) -> Prosjekt:
    """Add a project or save over one. Raises IkkeTilgang, Konflikt, Regelbrudd."""
    brudd = brudd_i_periode(felter["fra"], felter["til"])
    kommunene = set(kommuner_i_fylket().values_list("nummer", flat=True))
    if not felter["kommuner"] or set(felter["kommuner"]) - kommunene:
        brudd["kommuner"] = [_("Velg minst én kommune i fylket.")]
    if felter["rapportfrist"] and felter["rapportfrist"] < felter["fra"]:
        brudd["rapportfrist"] = [_("Rapportfristen kan ikke være før prosjektet begynner.")]
    prosjekt = lagre_rad(Prosjekt, felter, brudd, lagring=lagring, av=av)
    oppdater_kilde(KILDE, [prosjekt.pk])
    return prosjekt


@transaction.atomic
def lagre_rapport(*, felter: Mapping[str, Any], lagring: Lagring[Prosjekt], av: Aktoer) -> Prosjekt:
    """Write the report of a project; with a day it is delivered, and its task is done.

    Raises IkkeTilgang, Konflikt, Regelbrudd.
    """
    brudd = {}
    if felter["rapportert"] and not felter["rapport"].strip():
        brudd["rapport"] = [_("Skriv rapporten før du setter dagen den ble levert.")]
    if felter["rapportert"] and felter["rapportert"] > timezone.localdate():
        brudd["rapportert"] = [_("Datoen kan ikke være etter i dag.")]
    prosjekt = lagre_rad(Prosjekt, felter, brudd, lagring=lagring, av=av)
    oppdater_kilde(KILDE, [prosjekt.pk])
    return prosjekt


def lagre_tall(
    *, prosjekt: Prosjekt, felter: Mapping[str, Any], lagring: Lagring[Halvaarstall], av: Aktoer
) -> Halvaarstall:
    """Write the numbers of a half-year, or save over them. Raises IkkeTilgang, Konflikt, Regelbrudd."""
    aar, halvaar = felter["aar"], felter["halvaar"]
    tall = {felt: verdi for felt, verdi in felter.items() if felt not in ("aar", "halvaar")}
    brudd = _brudd_i_tall(Halvaar(**tall))
    if slutt_paa(aar, halvaar) < prosjekt.fra or begynnelsen_av(aar, halvaar) > prosjekt.til:
        brudd["halvaar"] = [_("Halvåret er utenfor prosjektets periode.")]
    return lagre_rad(Halvaarstall, {**felter, "prosjekt": prosjekt}, brudd, lagring=lagring, av=av)


def _brudd_i_tall(tall: Halvaar) -> dict[str, list[str]]:
    match feil_i(tall):
        case Feil.FLERE_VIDERE_ENN_UT:
            return {"ut": [_("Flere gikk videre enn det sluttet. Sjekk tallene.")]}
        case Feil.KJOENN_HALVT:
            return {"kvinner": [_("Skriv både kvinner og menn, eller ingen av dem.")]}
        case Feil.KJOENN_SUM:
            return {"kvinner": [_("Kvinner og menn skal til sammen være de som begynte.")]}
        case _:
            return {}


@transaction.atomic
def legg_ved(*, prosjekt: Prosjekt, filer: Iterable[UploadedFile[Any]], av: Aktoer) -> int:
    """Attach files to the report of a project. Return how many. Raises IkkeTilgang, Regelbrudd."""
    av.krev(*FOELGER_OPP)
    lagret = vedlegg.legg_ved_alle(filer=filer, av=av)
    Prosjektvedlegg.objects.bulk_create(
        Prosjektvedlegg(prosjekt=prosjekt, vedlegg=v, virksomhet_id=av.virksomhet_id) for v in lagret
    )
    return len(lagret)
