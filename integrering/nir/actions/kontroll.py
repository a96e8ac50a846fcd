"""What is checked before a registration is saved, so that the message can name what it collides with.

The database holds the same (constraints); `ved_brudd` turns what it refuses into the same kind of message.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.feil import HELE, Regelbrudd
from integrering.nir.faktatyper import BOSTED, OPPLYSNINGER, STANS, VEDTAK, VGO, Faktatype
from integrering.nir.models import Bosted, FulltidVgo, Person, Stans, Vedtak
from integrering.nir.rules.kontroll import Spenn, i_rekkefoelge, kolliderer
from integrering.tilgang.aktoer import Aktoer

Verdier = Mapping[str, Any]


def kontroller(
    *, slag: Faktatype, person: Person, verdier: Verdier, av: Aktoer, registrering: UUID | None = None
) -> None:
    """Raise Regelbrudd when it cannot be saved. `registrering` names the one being corrected."""
    _KONTROLLER[slag.slug](person, verdier, av, registrering)


def _vedtak(person: Person, v: Verdier, av: Aktoer, registrering: UUID | None) -> None:
    feil: dict[str, list[str]] = {}
    if v["vedtaksdato"] > timezone.localdate():
        feil["vedtaksdato"] = [_("Vedtaksdatoen kan ikke være fram i tid.")]
    _etter_foedsel(feil, person, startdato=v["startdato"], vedtaksdato=v["vedtaksdato"])
    like = Vedtak.objects.gjeldende().filter(person=person, startdato=v["startdato"])
    if like.exclude(registrering_id=registrering).exists():
        feil["startdato"] = [
            _("Det er alt registrert et vedtak med startdato %(dato)s. Rett det i stedet.")
            % {"dato": visning.dato(v["startdato"])}
        ]
    _kast(feil)


def _stans(person: Person, v: Verdier, av: Aktoer, registrering: UUID | None) -> None:
    feil: dict[str, list[str]] = {}
    _etter_foedsel(feil, person, fra=v["fra"])
    like = Stans.objects.gjeldende().filter(person=person, fra=v["fra"])
    if like.exclude(registrering_id=registrering).exists():
        feil["fra"] = [
            _("Det er alt registrert en stans fra %(dato)s. Rett den i stedet.")
            % {"dato": visning.dato(v["fra"])}
        ]
    _kast(feil)


def _vgo(person: Person, v: Verdier, av: Aktoer, registrering: UUID | None) -> None:
    feil = _periode(person, v)
    if v["timer_per_uke"] <= 0:
        feil["timer_per_uke"] = [_("Timer per uke må være mer enn 0.")]
    if not feil:
        andre = FulltidVgo.objects.gjeldende().filter(person=person)
        spenn = [Spenn(p.registrering_id, p.fra, p.til, p.skole) for p in andre]
        if treff := kolliderer(Spenn(registrering, v["fra"], v["til"]), spenn):
            feil["fra"] = [
                _(
                    "Perioden overlapper fulltid videregående ved %(skole)s %(periode)s. "
                    "Endre datoene, eller rett den andre perioden først."
                )
                % {"skole": treff.navn, "periode": visning.periode(treff.fra, treff.til)}
            ]
    _kast(feil)


def _bosted(person: Person, v: Verdier, av: Aktoer, registrering: UUID | None) -> None:
    feil = _periode(person, v)
    if not feil:
        andre = Bosted.objects.gjeldende().filter(person=person).select_related("kommune")
        avsluttes = None if registrering else bosted_som_avsluttes(person, v["fra"])
        spenn = [Spenn(b.registrering_id, b.fra, b.til, b.kommune.navn) for b in andre if b != avsluttes]
        if treff := kolliderer(Spenn(registrering, v["fra"], v["til"]), spenn):
            feil["fra"] = [
                _(
                    "Perioden overlapper bosted i %(kommune)s %(periode)s. "
                    "Endre datoene, eller rett det andre bostedet først."
                )
                % {"kommune": treff.navn, "periode": visning.periode(treff.fra, treff.til)}
            ]
    _kast(feil)


def bosted_som_avsluttes(person: Person, fra: date) -> Bosted | None:
    """Return the open bosted that a new one from `fra` ends the day before."""
    return (
        Bosted.objects.gjeldende()
        .filter(person=person, til__isnull=True, fra__lt=fra)
        .select_related("kommune")
        .first()
    )


def _opplysninger(person: Person | None, v: Verdier, av: Aktoer, registrering: UUID | None) -> None:
    feil: dict[str, list[str]] = {}
    if v["foedselsdato"] > timezone.localdate():
        feil["foedselsdato"] = [_("Fødselsdatoen kan ikke være fram i tid.")]
    elif v["tillatelse_dato"] < v["foedselsdato"]:
        feil["tillatelse_dato"] = [_("Tillatelsen kan ikke være gitt før fødselsdatoen.")]
    if v.get("adressebeskyttelse") and not av.skjermede:
        feil["adressebeskyttelse"] = [
            _("Bare brukere som kan se personer med adressebeskyttelse, kan registrere dette.")
        ]
    _kast(feil)


def _periode(person: Person, v: Verdier) -> dict[str, list[str]]:
    feil: dict[str, list[str]] = {}
    if not i_rekkefoelge(v["fra"], v["til"]):
        feil["til"] = [_("Sluttdato må være samme dag eller etter startdato.")]
    _etter_foedsel(feil, person, fra=v["fra"])
    return feil


def _etter_foedsel(feil: dict[str, list[str]], person: Person, **datoer: date) -> None:
    for felt, dato in datoer.items():
        if person.foedselsdato and dato < person.foedselsdato:
            feil.setdefault(felt, []).append(
                _("Datoen er før fødselsdatoen %(dato)s.") % {"dato": visning.dato(person.foedselsdato)}
            )


def _kast(feil: dict[str, list[str]]) -> None:
    if feil:
        raise Regelbrudd(feil)


_KONTROLLER: dict[str, Callable[[Person, Verdier, Aktoer, UUID | None], None]] = {
    OPPLYSNINGER.slug: _opplysninger,
    BOSTED.slug: _bosted,
    VEDTAK.slug: _vedtak,
    VGO.slug: _vgo,
    STANS.slug: _stans,
}


def kontroller_opplysninger(*, verdier: Verdier, av: Aktoer) -> None:
    """Raise Regelbrudd when a new person's details cannot be saved."""
    _opplysninger(None, verdier, av, None)


# --- What the database refuses when two save at the same time ---


@contextmanager
def ved_brudd() -> Iterator[None]:
    """Run the block in a savepoint; a constraint of the database becomes a Regelbrudd."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as feil:
        raise Regelbrudd({HELE: [_melding(feil)]}) from feil


def _melding(feil: IntegrityError) -> str:
    navn = str(getattr(getattr(feil.__cause__, "diag", None), "constraint_name", "") or "")
    if navn.endswith("_uten_overlapp"):
        return _("Perioden overlapper en annen som nettopp er registrert. Se over og prøv igjen.")
    if navn.endswith(("_en_per_start", "_en_gjeldende", "_en_per_person")):
        return _("Noen andre registrerte det samme nettopp. Se over og prøv igjen.")
    return _("Registreringen ble avvist fordi den ikke henger sammen. Sjekk datoene og prøv igjen.")
