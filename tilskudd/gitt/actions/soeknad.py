"""The application, by the applicant: begin, save, files, send, withdraw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from integrering.utveksling.vedlegg import actions as vedleggsactions
from integrering.utveksling.vedlegg.models import Vedlegg
from tilskudd.gitt.actions.logg import KILDE, loggfoer
from tilskudd.gitt.models import (
    Budsjettlinje,
    Innsending,
    Soeknad,
    Soeknadstilstand,
    Soeknadsvedlegg,
    Utlysning,
    Vedleggskrav,
)
from tilskudd.gitt.queries.soeknader import kontroll_av
from tilskudd.gitt.queries.utlysninger import er_aapen
from tilskudd.gitt.roller import SOEKER
from tilskudd.gitt.rules.kontroller import kan_sendes
from tilskudd.gitt.tekster import KONTROLLNAVN, forklaring

T = Soeknadstilstand
OM_OSS = ("kontakt_navn", "kontakt_epost", "kontakt_telefon", "kontonummer", "demokratisk", "medlemmer")
OM_TILTAKET = ("tittel", "beskrivelse", "maalgruppe", "deltakere", "start", "slutt")
# What nobody can send an application without, and what it is called to the one who lacks it.
MAA_MED = (
    "kontakt_navn",
    "kontakt_epost",
    "kontonummer",
    "tittel",
    "beskrivelse",
    "start",
    "slutt",
    "beloep",
)


@dataclass(frozen=True)
class Linje:
    """A line of the budget: see the model."""

    slag: str
    tekst: str
    beloep: int
    kostnad: str = ""


@transaction.atomic
def begynn(*, utlysning: Utlysning, av: Aktoer) -> Soeknad:
    """Begin an application, or return the draft that is begun already. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*SOEKER)
    i_dag = timezone.localdate()
    type_ = Virksomhet.objects.values_list("type", flat=True).get(pk=av.virksomhet_id)
    if not er_aapen(utlysning, type_, i_dag):
        raise Regelbrudd(_("Dere kan ikke søke på denne utlysningen nå."))
    forrige = Soeknad.objects.filter(virksomhet_id=av.virksomhet_id).order_by("-pk").first()
    kjent = {felt: getattr(forrige, felt) for felt in OM_OSS} if forrige else {"kontakt_navn": av.navn}
    return Soeknad.objects.get_or_create(
        utlysning=utlysning, virksomhet_id=av.virksomhet_id, tilstand=T.UTKAST,
        defaults={**kjent, "endret_av_id": av.bruker_id},
    )[0]  # fmt: skip


@transaction.atomic
def lagre(*, soeknad: Soeknad, versjon: int, felter: Mapping[str, Any], av: Aktoer) -> None:
    """Save what is written so far. Nothing must be complete. Raises Konflikt, Regelbrudd, IkkeTilgang.

    Args:
        felter: of `OM_OSS` or `OM_TILTAKET`.
    """
    _krev_min_aapne(soeknad, av)
    start, slutt = felter.get("start"), felter.get("slutt")
    if start and slutt and slutt < start:
        raise Regelbrudd({"slutt": [_("Slutten kan ikke være før oppstart.")]})
    soeknad.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **felter)


@transaction.atomic
def lagre_budsjett(
    *, soeknad: Soeknad, versjon: int, beloep: int | None, linjer: Sequence[Linje], av: Aktoer
) -> None:
    """Save what is applied for and the lines of the budget. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    _krev_min_aapne(soeknad, av)
    soeknad.lagre_over(versjon=versjon, bruker_id=av.bruker_id, beloep=beloep)
    soeknad.budsjett.all()._raw_delete("default")
    Budsjettlinje.objects.bulk_create(
        Budsjettlinje(soeknad=soeknad, nummer=nr, **asdict(linje)) for nr, linje in enumerate(linjer, start=1)
    )


@transaction.atomic
def legg_ved(*, soeknad: Soeknad, krav: str, filer: Iterable[UploadedFile[Any]], av: Aktoer) -> int:
    """Put files on an open application and return how many. Raises Regelbrudd, IkkeTilgang.

    Args:
        krav: which of the call's demands they answer (`Vedleggskrav`).
    """
    _krev_min_aapne(soeknad, av)
    return len(heng_paa(soeknad=soeknad, krav=krav, filer=filer, av=av))


def heng_paa(*, soeknad: Soeknad, krav: str, filer: Iterable[UploadedFile[Any]], av: Aktoer) -> list[Vedlegg]:
    """Do the work of `legg_ved` for one whose right has been checked."""
    if krav not in Vedleggskrav.values:
        raise Regelbrudd({"krav": [_("Velg hva vedlegget er.")]})
    lagret = vedleggsactions.legg_ved_alle(filer=filer, av=av)
    for vedlegg in lagret:
        Soeknadsvedlegg.objects.create(
            soeknad=soeknad, vedlegg=vedlegg, virksomhet_id=av.virksomhet_id, krav=krav
        )
    return lagret


@transaction.atomic
def ta_av(*, soeknad: Soeknad, noekkel: UUID, av: Aktoer) -> None:
    """Delete a file of an open application. Raises Regelbrudd, IkkeTilgang."""
    _krev_min_aapne(soeknad, av)
    lenker = soeknad.vedlegg.select_related("vedlegg").filter(vedlegg__noekkel=noekkel)
    vedleggsactions.slett_lenker(lenker=lenker, av=av)


def mangler(soeknad: Soeknad) -> list[str]:
    """Return what an application lacks before it can be sent, in words. Empty when it can."""
    tomme = [felt for felt in MAA_MED if not getattr(soeknad, felt)]
    ut = [
        _("Fyll ut «%(felt)s».") % {"felt": Soeknad._meta.get_field(felt).verbose_name}  # type: ignore[union-attr]
        for felt in tomme
    ]
    funn = kontroll_av(soeknad, timezone.localdate())
    for f in funn:
        if not kan_sendes((f,)):
            ut.append(f"{KONTROLLNAVN[f.kontroll]}: {_('ikke oppfylt')}. {forklaring(f)}".strip())
    return ut


@transaction.atomic
def send(*, soeknad: Soeknad, versjon: int, av: Aktoer) -> Innsending:
    """Send the application: from now on it stands as it is, with its files. Returns the receipt.

    One that was opened to be completed keeps the day it was first sent.

    Raises:
        Regelbrudd: what it lacks, or that the deadline is past.
        Konflikt, IkkeTilgang.
    """
    _krev_min_aapne(soeknad, av)
    i_dag, u = timezone.localdate(), soeknad.utlysning
    if soeknad.tilstand == T.UTKAST and not er_aapen(u, soeknad.virksomhet.type, i_dag):
        raise Regelbrudd(_for_sent(u))
    if huller := mangler(soeknad):
        raise Regelbrudd({"": huller})
    soeknad.lagre_over(
        versjon=versjon, bruker_id=av.bruker_id, tilstand=T.SENDT, sendt=soeknad.sendt or timezone.now(),
        komplett_frist=None,
    )  # fmt: skip
    filer = Vedlegg.objects.filter(pk__in=soeknad.vedlegg.values("vedlegg_id"))
    vedleggsactions.laas(vedlegg=list(filer), av=av)
    kvittering = Innsending.objects.create(
        soeknad=soeknad,
        nummer=soeknad.innsendinger.count() + 1,
        av_id=av.bruker_id,
        innhold=_avskrift(soeknad),
    )
    loggfoer(soeknad, "sendt", av)
    oppdater_kilde(KILDE, [soeknad.pk])
    return kvittering


@transaction.atomic
def trekk(*, soeknad: Soeknad, versjon: int, grunn: str, av: Aktoer) -> None:
    """Withdraw an application that is not decided. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    _krev_min(soeknad, av)
    if soeknad.tilstand not in (T.UTKAST, T.SENDT, T.AAPNET):
        raise Regelbrudd(_("Søknaden er avgjort og kan ikke trekkes."))
    soeknad.lagre_over(versjon=versjon, bruker_id=av.bruker_id, tilstand=T.TRUKKET)
    loggfoer(soeknad, "trukket", av, grunn)
    oppdater_kilde(KILDE, [soeknad.pk])


def _krev_min(soeknad: Soeknad, av: Aktoer) -> None:
    av.krev(*SOEKER)
    if soeknad.virksomhet_id != av.virksomhet_id:
        raise Regelbrudd(_("Søknaden hører til en annen virksomhet."))


def _krev_min_aapne(soeknad: Soeknad, av: Aktoer) -> None:
    _krev_min(soeknad, av)
    if not soeknad.aapen:
        raise Regelbrudd(_("Søknaden er sendt og kan ikke endres."))


def _for_sent(u: Utlysning) -> str:
    if u.frist is not None and u.frist < timezone.localdate():
        return _("Søknadsfristen var %(dato)s. Søknader som kommer senere, blir ikke tatt imot.") % {
            "dato": f"{u.frist:%d.%m.%Y}"
        }
    return _("Utlysningen tar ikke imot søknader nå.")


def _avskrift(s: Soeknad) -> dict[str, Any]:
    """Return all that was sent, to be kept as it was."""
    felter = {felt: getattr(s, felt) for felt in (*OM_OSS, *OM_TILTAKET, "beloep")}
    felter |= {felt: felter[felt] and felter[felt].isoformat() for felt in ("start", "slutt")}
    return felter | {
        "soeker": {"navn": s.virksomhet.navn, "nummer": s.virksomhet.nummer},
        "budsjett": list(s.budsjett.order_by("nummer").values("slag", "kostnad", "tekst", "beloep")),
        "vedlegg": [
            {"krav": v.krav, "filnavn": v.vedlegg.siste.filnavn, "sha256": v.vedlegg.siste.sha256}
            for v in s.vedlegg.select_related("vedlegg").prefetch_related("vedlegg__versjoner")
        ],
    }
