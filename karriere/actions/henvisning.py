"""The municipality refers, and answers what the counsellor asks for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd, krev_gyldig
from integrering.grunnmur.samtidighet import vent_paa_tur
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.vedlegg import actions as vedleggsactions
from karriere.actions.felles import merk_sak, oppdater_oppgaver, skriv_hendelse
from karriere.actions.sak import paa_tur
from karriere.kodeverk import Sakshendelsestype
from karriere.models import Henvisning, Henvisningsvedlegg, Sak
from karriere.roller import KOMMUNEN
from karriere.tekstvern import brudd_i_tekster
from regionalt.actions.felles import opprett_en_gang


@dataclass(frozen=True)
class Henvisningsdata:
    """What the form gives: the mapping of forskriften § 47 first paragraph."""

    kartlagt: date | None = None
    morsmaal: str = ""
    tolkespraak: str = ""
    spraak: str = ""
    utdanning: str = ""
    arbeidserfaring: str = ""
    digitalt: str = ""
    sertifikat: str = ""
    interesser: str = ""
    oensker: str = ""
    praktisk: str = ""


FELTER = tuple(felt.name for felt in fields(Henvisningsdata))


@transaction.atomic
def lagre_henvisning(
    *,
    sak: Sak,
    data: Henvisningsdata,
    send: bool,
    versjon: int,
    innsending: UUID,
    av: Aktoer,
    filer: Iterable[UploadedFile[Any]] = (),
) -> Henvisning:
    """Save the referral, and perhaps send it: the counsellor sees it from the first word.

    Args:
        versjon: the version that was read; 0 when there was none.

    Raises:
        IkkeTilgang: others than the refugee service.
        Regelbrudd: guidance is carried out, a day to come, numbers of persons, a file that is not let in.
        Konflikt: a colleague has changed it.
    """
    av.krev(*KOMMUNEN)
    vent_paa_tur("karriere_henvisning", [sak.pk])
    krev_gyldig(_brudd(sak, data))
    felter: dict[str, Any] = vars(data) | {"kommune_id": av.virksomhet_id}
    if send:
        felter |= {"sendt": timezone.now(), "sendt_av_id": av.bruker_id}
    henvisning = Henvisning.objects.filter(sak=sak).first()
    if henvisning is None:
        henvisning = opprett_en_gang(Henvisning, innsending=innsending, av=av, sak=sak, **felter)
    elif henvisning.innsending != innsending:
        henvisning.lagre_over(versjon=versjon, bruker_id=av.bruker_id, innsending=innsending, **felter)
    for vedlegg in vedleggsactions.legg_ved_alle(filer=filer, av=av, person_id=sak.person_id):
        Henvisningsvedlegg.objects.create(
            henvisning=henvisning, vedlegg=vedlegg, virksomhet_id=av.virksomhet_id
        )
    if send:
        skriv_hendelse(sak, Sakshendelsestype.HENVIST, av)
        merk_sak(sak, av, henvist=sak.henvist or timezone.localdate(), etterspurt=None)
    return henvisning


@transaction.atomic
def ta_av_fil(*, lenke: Henvisningsvedlegg, av: Aktoer) -> None:
    """Take a file of one's own off a referral, and delete it. Raises IkkeTilgang, Regelbrudd."""
    av.krev(*KOMMUNEN)
    vedleggsactions.slett_lenker(lenker=[lenke], av=av)


@transaction.atomic
def etterspoer(*, sak: Sak, av: Aktoer) -> None:
    """Ask the municipality for what is missing: a task there until it has sent. Again: no change.

    Raises:
        IkkeTilgang: a role that does not guide.
        Regelbrudd: another centre's case, already guided, or nobody to ask.
    """
    (rad,) = paa_tur([sak], av)
    if rad.gjennomfoert is not None or sak.person.kommune_id is None:
        raise Regelbrudd(_("Det er ingen kommune å spørre, eller veiledningen er alt gjennomført."))
    if rad.etterspurt is None:
        rad.lagre_over(versjon=rad.versjon, bruker_id=av.bruker_id, etterspurt=timezone.localdate())
        skriv_hendelse(rad, Sakshendelsestype.ETTERSPURT, av)
        oppdater_oppgaver([rad.pk])


def _brudd(sak: Sak, data: Henvisningsdata) -> dict[str, list[str]]:
    if Sak.objects.filter(pk=sak.pk, gjennomfoert__isnull=False).exists():
        raise Regelbrudd(_("Veiledningen er gjennomført. Henvisningen kan ikke endres lenger."))
    brudd = brudd_i_tekster(**vars(data))
    if data.kartlagt and data.kartlagt > timezone.localdate():
        brudd["kartlagt"] = [_("Dagen kan ikke være i fremtiden.")]
    return brudd
