"""Requests for information: register, decide, correct."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.nir.models import Person
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import FYLKESROLLER, KOMMUNEROLLER
from integrering.utveksling.meldinger.actions.saksnummer import neste_saksnummer
from integrering.utveksling.meldinger.kodeverk import Avgjoerelse
from integrering.utveksling.meldinger.models import (
    Forespoersel,
    Forespoerselhendelse,
    Forespoerselperson,
    Forespoerselvedlegg,
)
from integrering.utveksling.meldinger.rules.forespoersel import frist_foreloepig_svar
from integrering.utveksling.vedlegg import actions as vedleggsactions

KILDE = "forespoersler"
# What is said when it comes, and when it is decided; both can be corrected later.
INNKOMMET = (
    "mottatt",
    "organ",
    "spoerrers_rolle",
    "paa_vegne_av",
    "formaal",
    "hjemmel",
    "hjemmel_tekst",
    "hva",
)
SVAR = (
    "foreloepig_svar",
    "avgjoerelse",
    "begrunnelse",
    "utlevert_hva",
    "utlevert_merknad",
    "avgjort",
    "maate",
)


@transaction.atomic
def registrer_forespoersel(
    *,
    noekkel: UUID,
    felter: Mapping[str, Any],
    personer: Sequence[Person],
    av: Aktoer,
    filer: Iterable[UploadedFile[Any]] = (),
) -> Forespoersel:
    """Register a request, once per `noekkel` (of the form). Each person's look-up is logged.

    Args:
        felter: the fields of `INNKOMMET`.

    Raises Regelbrudd, IkkeTilgang.
    """
    av.krev(*FYLKESROLLER, *KOMMUNEROLLER)
    gjort = Forespoersel.objects.filter(idempotens=noekkel, virksomhet_id=av.virksomhet_id).first()
    if gjort is not None:
        return gjort
    _kontroller_innkommet(felter)
    forespoersel = Forespoersel.objects.create(
        saksnummer=neste_saksnummer(bruker_id=av.bruker_id), virksomhet_id=av.virksomhet_id,
        registrert_av_id=av.bruker_id, endret_av_id=av.bruker_id, idempotens=noekkel,
        frist=frist_foreloepig_svar(felter["mottatt"]), **felter,
    )  # fmt: skip
    _sett_personer(forespoersel, personer)
    _legg_ved(forespoersel, filer, av)
    _hendelse(forespoersel, "registrert", av)
    _logg_innsyn(forespoersel, av, "forespoersel")
    oppdater_kilde(KILDE, [forespoersel.pk])
    return forespoersel


@transaction.atomic
def avgjoer_forespoersel(
    *,
    forespoersel: Forespoersel,
    versjon: int,
    felter: Mapping[str, Any],
    av: Aktoer,
    filer: Iterable[UploadedFile[Any]] = (),
    aarsak: str = "",
) -> Forespoersel:
    """Note the preliminary answer, or the decision and what was handed over; again, with a reason: corrected.

    Args:
        felter: the fields of `SVAR`.
        versjon: the version the form was made from.

    Raises Regelbrudd, Konflikt, IkkeTilgang.
    """
    _krev_egen(forespoersel, av)
    naa = Forespoersel.objects.get(pk=forespoersel.pk)
    rettes = bool(naa.avgjoerelse)
    if rettes and not aarsak.strip():
        raise Regelbrudd({"aarsak": [_("Skriv hvorfor avgjørelsen rettes.")]})
    _kontroller_svar(felter, naa.mottatt)
    av_id = av.bruker_id if felter["avgjoerelse"] else None
    _lagre(naa, versjon, {**felter, "avgjort_av_id": av_id}, "rettet" if rettes else "avgjort", aarsak, av)
    _legg_ved(naa, filer, av)
    if felter["avgjoerelse"] in {Avgjoerelse.UTLEVERT, Avgjoerelse.DELVIS}:
        _logg_innsyn(naa, av, "utlevering")
    oppdater_kilde(KILDE, [naa.pk])
    return naa


@transaction.atomic
def rett_forespoersel(
    *,
    forespoersel: Forespoersel,
    versjon: int,
    felter: Mapping[str, Any],
    personer: Sequence[Person],
    aarsak: str,
    av: Aktoer,
) -> Forespoersel:
    """Correct what was registered when it came, with the reason; what stood there is kept.

    Raises Regelbrudd, Konflikt, IkkeTilgang.
    """
    _krev_egen(forespoersel, av)
    if not aarsak.strip():
        raise Regelbrudd({"aarsak": [_("Skriv hvorfor det rettes.")]})
    _kontroller_innkommet(felter)
    naa = Forespoersel.objects.get(pk=forespoersel.pk)
    _lagre(naa, versjon, {**felter, "frist": frist_foreloepig_svar(felter["mottatt"])}, "rettet", aarsak, av)
    _sett_personer(naa, personer)
    _logg_innsyn(naa, av, "forespoersel")
    oppdater_kilde(KILDE, [naa.pk])
    return naa


def _krev_egen(forespoersel: Forespoersel, av: Aktoer) -> None:
    av.krev(*FYLKESROLLER, *KOMMUNEROLLER)
    if forespoersel.virksomhet_id != av.virksomhet_id:
        raise IkkeTilgang(_("Forespørselen hører til en annen virksomhet."))


def _kontroller_innkommet(felter: Mapping[str, Any]) -> None:
    if felter["mottatt"] > timezone.localdate():
        raise Regelbrudd({"mottatt": [_("Datoen kan ikke være fram i tid.")]})


def _kontroller_svar(felter: Mapping[str, Any], mottatt: date) -> None:
    brudd: dict[str, list[str]] = {}
    avgjoerelse, utlevert = felter["avgjoerelse"], felter["utlevert_hva"]
    if not avgjoerelse and not felter["foreloepig_svar"]:
        brudd["avgjoerelse"] = [_("Velg avgjørelse, eller skriv når foreløpig svar ble sendt.")]
    if avgjoerelse not in {"", Avgjoerelse.UTLEVERT} and not felter["begrunnelse"].strip():
        brudd["begrunnelse"] = [_("Skriv begrunnelsen.")]
    if avgjoerelse in {Avgjoerelse.UTLEVERT, Avgjoerelse.DELVIS}:
        if not utlevert:
            brudd["utlevert_hva"] = [_("Velg hva som ble utlevert.")]
        if not felter["maate"]:
            brudd["maate"] = [_("Velg hvordan det ble utlevert.")]
    elif utlevert:
        brudd["utlevert_hva"] = [_("Ingenting er utlevert når forespørselen er avslått eller trukket.")]
    if avgjoerelse and not felter["avgjort"]:
        brudd["avgjort"] = [_("Skriv når det ble avgjort, for eksempel 28.02.2027.")]
    for felt in ("avgjort", "foreloepig_svar"):
        dag = felter[felt]
        if dag and not mottatt <= dag <= timezone.localdate():
            brudd[felt] = [_("Datoen må være mellom dagen forespørselen kom og i dag.")]
    if brudd:
        raise Regelbrudd(brudd)


def _lagre(
    naa: Forespoersel, versjon: int, felter: Mapping[str, Any], slag: str, aarsak: str, av: Aktoer
) -> None:
    endret = {
        navn: [_skrevet(getattr(naa, navn)), _skrevet(verdi)]
        for navn, verdi in felter.items()
        if getattr(naa, navn) != verdi
    }
    naa.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **felter)
    _hendelse(naa, slag, av, aarsak, endret)


def _skrevet(verdi: Any) -> Any:
    return verdi.isoformat() if isinstance(verdi, date) else verdi


def _hendelse(
    forespoersel: Forespoersel,
    slag: str,
    av: Aktoer,
    aarsak: str = "",
    endret: Mapping[str, Any] | None = None,
) -> None:
    Forespoerselhendelse.objects.create(
        forespoersel=forespoersel, av_id=av.bruker_id, slag=slag, aarsak=aarsak.strip(), endret=endret or {}
    )


def _sett_personer(forespoersel: Forespoersel, personer: Sequence[Person]) -> None:
    """Let exactly these be the persons it is about; one who is taken out keeps a row that says when."""
    ider = {p.pk for p in personer}
    rader = Forespoerselperson.objects.filter(forespoersel=forespoersel)
    rader.filter(tatt_ut__isnull=True).exclude(person_id__in=ider).update(tatt_ut=timezone.now())
    rader.filter(tatt_ut__isnull=False, person_id__in=ider).update(tatt_ut=None)
    kjente = set(rader.values_list("person_id", flat=True))
    Forespoerselperson.objects.bulk_create(
        Forespoerselperson(forespoersel=forespoersel, person_id=pk) for pk in sorted(ider - kjente)
    )


def _legg_ved(forespoersel: Forespoersel, filer: Iterable[UploadedFile[Any]], av: Aktoer) -> None:
    vedlegg = vedleggsactions.legg_ved_alle(filer=filer, av=av)
    for fil in vedlegg:
        Forespoerselvedlegg.objects.create(
            forespoersel=forespoersel, vedlegg=fil, virksomhet_id=av.virksomhet_id
        )
    vedleggsactions.laas(vedlegg=vedlegg, av=av)


def _logg_innsyn(forespoersel: Forespoersel, av: Aktoer, hvor: str) -> None:
    for person_id in forespoersel.personer.filter(tatt_ut__isnull=True).values_list("person_id", flat=True):
        registrer_innsyn(person_id=person_id, av=av, hvor=hvor, grunn=forespoersel.saksnummer)
