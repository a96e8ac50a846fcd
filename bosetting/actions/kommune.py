"""What the county puts in for a municipality in a round."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from bosetting.actions.felles import krev_aapen, meld_svar
from bosetting.models import RundeKommune
from bosetting.roller import SKRIVER
from integrering.grunnmur.feil import krev_gyldig
from integrering.tilgang.aktoer import Aktoer
from regionalt.personvern import brudd_i_tekst


@dataclass(frozen=True)
class Kommunedata:
    """Numbers of persons; None is not said by the county."""

    spurt: bool = True
    spurt_grunn: str = ""
    oenske_min: int | None = None
    oenske_max: int | None = None
    kapasitet: int | None = None
    ekstra: int | None = None
    em_under_15: int | None = None
    em_15_18: int | None = None
    saerskilt_minst: int | None = None
    saerskilt: str = ""
    laas: int | None = None
    laas_grunn: str = ""
    merknad: str = ""


@transaction.atomic
def endre_kommune(*, rad: RundeKommune, versjon: int, data: Kommunedata, av: Aktoer) -> None:
    """Save what the county says about a municipality in an open round.

    Raises:
        IkkeTilgang: a role that does not keep the rounds.
        Regelbrudd: the round is locked, a reason is missing, numbers that do not fit, identity numbers.
        Konflikt: somebody else saved meanwhile.
    """
    av.krev(*SKRIVER)
    krev_aapen(rad.runde)
    krev_gyldig(_brudd(data))
    rad.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **vars(data))
    meld_svar(rad.runde, rad.kommune_id, av)


def _brudd(d: Kommunedata) -> dict[str, list[str]]:
    brudd = brudd_i_tekst(
        spurt_grunn=d.spurt_grunn, saerskilt=d.saerskilt, laas_grunn=d.laas_grunn, merknad=d.merknad
    )
    if not d.spurt and not d.spurt_grunn:
        brudd["spurt_grunn"] = [_("Skriv hvorfor kommunen ikke bør spørres.")]
    if d.laas is not None and not d.laas_grunn:
        brudd["laas_grunn"] = [_("Skriv hvorfor tallet er låst.")]
    if d.saerskilt_minst is not None and not d.saerskilt:
        brudd["saerskilt"] = [_("Skriv hvilke særskilte forhold som gir et eget minstetall.")]
    if d.oenske_min is not None and d.oenske_max is not None and d.oenske_min > d.oenske_max:
        brudd["oenske_max"] = [_("Det høyeste tallet kan ikke være mindre enn det minste.")]
    return brudd
