"""The checklist of quality: what a centre says of each point."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang, krev_gyldig
from integrering.grunnmur.kodelister import kan_velges
from integrering.tilgang.aktoer import Aktoer
from karriere.kodeverk import KVALITETSPUNKT, Kvalitetsstatus
from karriere.models import Kvalitetssvar, Senter
from karriere.queries.kvalitet import finn_svar, kan_vurdere
from regionalt.actions.felles import opprett_en_gang
from regionalt.personvern import brudd_i_tekst


@dataclass(frozen=True)
class Kvalitetsdata:
    """What the form gives: a `Kvalitetsstatus`, what is done and remains, and the day it was looked at."""

    status: str
    dato: date
    merknad: str = ""


@transaction.atomic
def svar_om_kvalitet(
    *, senter: Senter, punkt: str, data: Kvalitetsdata, versjon: int, innsending: UUID, av: Aktoer
) -> Kvalitetssvar:
    """Say where a centre stands on a point of the checklist. The same form sent twice is one answer.

    The areas are those of the national quality framework (HK-dir); it is guidance, and this no validation.

    Raises:
        IkkeTilgang: others than those who keep the centres, and a counsellor elsewhere.
        Regelbrudd: no such point or status, a day to come, a text with the number of a person.
        Konflikt: a colleague has answered meanwhile.
    """
    if not kan_vurdere(senter, av):
        raise IkkeTilgang(_("Bare de som arbeider ved senteret eller styrer sentrene, kan gjøre dette."))
    krev_gyldig(_brudd(punkt, data))
    rad = finn_svar(senter, punkt)
    if rad is None:
        return opprett_en_gang(
            Kvalitetssvar, innsending=innsending, av=av, senter=senter, punkt=punkt, **vars(data)
        )
    if rad.innsending != innsending:
        rad.lagre_over(versjon=versjon, bruker_id=av.bruker_id, innsending=innsending, **vars(data))
    return rad


def _brudd(punkt: str, data: Kvalitetsdata) -> dict[str, list[str]]:
    brudd = brudd_i_tekst(merknad=data.merknad)
    if not kan_velges(KVALITETSPUNKT, punkt):
        brudd["status"] = [_("Punktet er ikke lenger i sjekklisten.")]
    elif data.status not in Kvalitetsstatus.values:
        brudd["status"] = [_("Velg en status.")]
    if data.dato > timezone.localdate():
        brudd["dato"] = [_("Datoen kan ikke være fram i tid.")]
    return brudd
