"""Calls: what the state asks for, kept by the county's users."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from tilskudd.soekt.actions.felles import KILDE, krev, ved_brudd
from tilskudd.soekt.models import Utlysning, Vilkaar, Vilkaarsdel
from tilskudd.soekt.roller import UTLYSER

MAKS_TEGN = 400
Vilkaarene = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Utlysningsdata:
    """What the form of a call gives. Whole kroner; None is not known."""

    ordning_id: int
    aar: int
    navn: str
    frist: date | None
    rapportfrist: date | None
    ramme: int | None
    mest: int | None
    minst_deltakere: int | None
    krever_egenandel: bool
    kriterier: str
    kilde: str
    sikkerhet: str


@transaction.atomic
def lag_utlysning(*, data: Utlysningsdata, vilkaar: Vilkaarene, av: Aktoer) -> Utlysning:
    """Register a call with its conditions: part → sentences. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*UTLYSER)
    _kontroller(data, vilkaar, None)
    with ved_brudd():
        utlysning = Utlysning.objects.create(endret_av_id=av.bruker_id, **asdict(data))
        _skriv_vilkaar(utlysning, vilkaar)
    return utlysning


@transaction.atomic
def endre_utlysning(
    *, utlysning: Utlysning, versjon: int, data: Utlysningsdata, vilkaar: Vilkaarene, av: Aktoer
) -> None:
    """Change a call. A condition that is taken out stays with those who answered it.

    Raises Konflikt, Regelbrudd, IkkeTilgang.
    """
    av.krev(*UTLYSER)
    _kontroller(data, vilkaar, utlysning)
    with ved_brudd():
        utlysning.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **asdict(data))
        _skriv_vilkaar(utlysning, vilkaar)
        oppdater_kilde(KILDE, list(utlysning.soeknader.values_list("pk", flat=True)))


def _skriv_vilkaar(utlysning: Utlysning, vilkaar: Vilkaarene) -> None:
    """Make the conditions that count be these, in this order."""
    finnes = {v.tekst: v for v in utlysning.vilkaar.all()}
    for omraade in Vilkaarsdel.values:
        for nr, tekst in enumerate(vilkaar.get(omraade, ()), 1):
            gammelt = finnes.pop(tekst, None)
            if gammelt is None:
                Vilkaar.objects.create(utlysning=utlysning, omraade=omraade, nr=nr, tekst=tekst)
            else:
                Vilkaar.objects.filter(pk=gammelt.pk).update(nr=nr, gjelder=True)
    utgaatt = [v.pk for v in finnes.values()]
    Vilkaar.objects.filter(pk__in=utgaatt).update(gjelder=False)


def _kontroller(data: Utlysningsdata, vilkaar: Vilkaarene, utlysning: Utlysning | None) -> None:
    alle = [(omraade, tekst) for omraade, tekster in vilkaar.items() for tekst in tekster]
    gamle = {v.tekst: v.omraade for v in utlysning.vilkaar.all()} if utlysning else {}
    feil: dict[str, list[str]] = {}
    for omraade, tekst in alle:
        if len(tekst) > MAKS_TEGN:
            feil[omraade] = [_("Et vilkår kan ha høyst %(n)s tegn.") % {"n": MAKS_TEGN}]
        if gamle.get(tekst, omraade) != omraade:
            feil[omraade] = [_("«%(tekst)s» står alt i den andre delen.") % {"tekst": tekst}]
    if len({tekst for _omraade, tekst in alle}) < len(alle):
        feil["vilkaar"] = [_("Samme vilkår står to ganger.")]
    if data.frist and data.rapportfrist and data.rapportfrist < data.frist:
        feil["rapportfrist"] = [_("Rapportfristen kan ikke være før søknadsfristen.")]
    krev(feil)
    like = Utlysning.objects.filter(ordning_id=data.ordning_id, aar=data.aar, navn=data.navn)
    if any(annen != utlysning for annen in like):
        raise Regelbrudd({"navn": [_("Ordningen har alt en utlysning med dette navnet dette året.")]})
