"""The criteria of a round."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bosetting.actions.felles import krev_aapen
from bosetting.kjente_kriterier import kjente
from bosetting.kodeverk import Indikator, Sikkerhet, prosent
from bosetting.models import Beregning, Kriterium, Runde
from bosetting.roller import SKRIVER
from integrering.grunnmur.feil import Regelbrudd, krev_gyldig
from integrering.grunnmur.samtidighet import Konflikt
from integrering.tilgang.aktoer import Aktoer
from regionalt.actions.felles import opprett_en_gang
from regionalt.personvern import brudd_i_tekst


@dataclass(frozen=True)
class Kriteriedata:
    """What the form of a criterion gives; `vekt` is a share from 0 to 1, None: not set."""

    navn: str
    tekst: str
    kilde: str
    hentet: date
    kilde_url: str = ""
    sikkerhet: Sikkerhet = Sikkerhet.KILDE
    stoerst_vekt: bool = False
    vekt: Decimal | None = None
    indikatorer: list[Indikator] = field(default_factory=list)
    motsatt: bool = False


@transaction.atomic
def nytt_kriterium(*, runde: Runde, data: Kriteriedata, innsending: UUID, av: Aktoer) -> Kriterium:
    """Add a criterion, last in the round.

    Raises:
        IkkeTilgang: a role that does not keep the rounds.
        Regelbrudd: the round is locked, a weight with nothing that shows the criterion, the weights are
            together more than the criteria may move, identity numbers in the text.
    """
    av.krev(*SKRIVER)
    naa = krev_aapen(runde)
    _kontroller(naa, data, None)
    return opprett_en_gang(
        Kriterium, innsending=innsending, av=av, runde=naa, nr=siste_nr(naa) + 1, **vars(data)
    )


@transaction.atomic
def endre_kriterium(*, kriterium: Kriterium, versjon: int, data: Kriteriedata, av: Aktoer) -> None:
    """Change a criterion, for example its weight. Raises Konflikt, and as `nytt_kriterium`."""
    av.krev(*SKRIVER)
    _kontroller(krev_aapen(kriterium.runde), data, kriterium)
    kriterium.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **vars(data))


@transaction.atomic
def slett_kriterium(*, kriterium: Kriterium, versjon: int, av: Aktoer) -> None:
    """Take away a criterion of an open round. Raises IkkeTilgang, Regelbrudd, Konflikt."""
    av.krev(*SKRIVER)
    krev_aapen(kriterium.runde)
    if not Kriterium.objects.filter(pk=kriterium.pk, versjon=versjon).delete()[0]:
        raise Konflikt(kriterium)


@transaction.atomic
def legg_inn_kjente(*, runde: Runde, av: Aktoer) -> int:
    """Put in the criteria that are known of the round's year, without weights. Return how many.

    Raises:
        IkkeTilgang: a role that does not keep the rounds.
        Regelbrudd: the round is locked, has criteria, or nothing is known of the year.
    """
    av.krev(*SKRIVER)
    naa = krev_aapen(runde)
    rader = kjente(naa.aar)
    if not rader:
        raise Regelbrudd(_("Vi kjenner ikke kriteriene for dette året."))
    if naa.kriterier.exists():
        raise Regelbrudd(_("Runden har kriterier. Legg til dem som mangler."))
    for nr, rad in enumerate(rader, start=siste_nr(naa) + 1):
        Kriterium.objects.create(
            runde=naa, nr=nr, innsending=uuid.uuid4(), endret_av_id=av.bruker_id, **vars(rad)
        )
    return len(rader)


def _kontroller(runde: Runde, data: Kriteriedata, kriterium: Kriterium | None) -> None:
    brudd = brudd_i_tekst(navn=data.navn, tekst=data.tekst, kilde=data.kilde)
    if data.vekt and not data.indikatorer:
        brudd["indikatorer"] = [_("Velg minst ett tall eller én vurdering som viser kriteriet.")]
    andre = runde.kriterier.exclude(pk=kriterium.pk if kriterium else 0)
    if data.vekt and sum((k.vekt or Decimal(0) for k in andre), data.vekt) > runde.maks_utslag:
        tekst = _("Vektene er til sammen mer enn %(maks)s %%, det kriteriene kan slå ut i runden.")
        brudd["vekt"] = [tekst % {"maks": prosent(runde.maks_utslag)}]
    krev_gyldig(brudd)


def siste_nr(runde: Runde) -> int:
    """Return the last number a criterion of the round has had; a stored calculation knows it by that."""
    regnet = Beregning.objects.filter(runde=runde).values_list("inndata__forutsetninger__vekter", flat=True)
    brukte = [int(kode.removeprefix("k")) for vekter in regnet for kode in vekter]
    return max([runde.kriterier.aggregate(siste=Max("nr"))["siste"] or 0, *brukte])
