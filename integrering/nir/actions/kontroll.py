"""What is checked before a registration is saved, so that the message can name what it collides with.

The database holds the same (constraints); `ved_brudd` turns what it refuses into the same kind of message.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.feil import HELE, Regelbrudd
from integrering.nir import tekster
from integrering.nir.actions import egne_kontroller
from integrering.nir.faktatyper import BOSTED, OPPLYSNINGER, VGO, Faktatype
from integrering.nir.models import Person
from integrering.nir.rules.kontroll import DATOPAR, i_rekkefoelge
from integrering.nir.rules.sammenheng import brudd
from integrering.tilgang.aktoer import Aktoer

Verdier = Mapping[str, Any]
Feil = dict[str, list[str]]
_EGNE: dict[str, Callable[[Person | None, Verdier, Aktoer, UUID | None], Feil]] = {
    OPPLYSNINGER.slug: egne_kontroller.opplysninger,
    BOSTED.slug: egne_kontroller.bosted,
    VGO.slug: egne_kontroller.vgo,
    "norskmaal": egne_kontroller.norskmaal,
}


def kontroller(
    *, slag: Faktatype, person: Person | None, verdier: Verdier, av: Aktoer, registrering: UUID | None = None
) -> None:
    """Raise Regelbrudd when it cannot be saved. `registrering` names the one being corrected.

    `person` is None for one who is not registered yet.
    """
    feil = _i_seg_selv(slag, person, verdier)
    if not feil and person is not None and slag.unike:
        like = slag.gjeldende.filter(person=person, **{felt: verdier[felt] for felt in slag.unike})
        if like.exclude(registrering_id=registrering).exists():
            feil = _finnes_alt(slag, verdier)
    if not feil and slag.slug in _EGNE:
        feil = _EGNE[slag.slug](person, verdier, av, registrering)
    if feil:
        raise Regelbrudd(feil)


def kontroller_flere(
    *, slag: Faktatype, rader: Sequence[tuple[Person, Verdier, UUID | None]], av: Aktoer
) -> dict[int, Feil]:
    """Return the number of each row that cannot be saved, and why: the checks of `kontroller`, in one query.

    Args:
        rader: person, values, and the registration being corrected, if any.
    """
    finnes, ut = _like(slag, rader), {}
    for nr, (person, verdier, registrering) in enumerate(rader):
        feil = _i_seg_selv(slag, person, verdier)
        noekkel = (person.pk, *(verdier[felt] for felt in slag.unike))
        if not feil and finnes.get(noekkel, registrering) != registrering:
            feil = _finnes_alt(slag, verdier)
        if not feil and slag.slug in _EGNE:
            feil = _EGNE[slag.slug](person, verdier, av, registrering)
        if feil:
            ut[nr] = feil
    return ut


def _like(
    slag: Faktatype, rader: Sequence[tuple[Person, Verdier, UUID | None]]
) -> dict[tuple[Any, ...], UUID]:
    """Return person and what tells registrations of the kind apart → the registration that is there."""
    if not slag.unike:
        return {}
    som_en_av = {f"{felt}__in": {verdier[felt] for _p, verdier, _r in rader} for felt in slag.unike}
    like = slag.gjeldende.filter(person__in={person.pk for person, _v, _r in rader}, **som_en_av)
    return {
        tuple(noekkel): id_ for id_, *noekkel in like.values_list("registrering_id", "person_id", *slag.unike)
    }


def _i_seg_selv(slag: Faktatype, person: Person | None, verdier: Verdier) -> Feil:
    """Return what is wrong whatever else is registered."""
    feil: Feil = {}
    _ikke_fram_i_tid(feil, slag, verdier)
    _i_rekkefoelge(feil, slag, verdier)
    if person is not None:
        _etter_foedsel(feil, slag, person, verdier)
    for felt, hva in brudd(slag.slug, verdier).items():
        feil.setdefault(felt, []).append(tekster.brudd(hva))
    return feil


def _ledetekst(slag: Faktatype, felt: str) -> str:
    return str(capfirst(slag.felt(felt).verbose_name))


def _ikke_fram_i_tid(feil: Feil, slag: Faktatype, v: Verdier) -> None:
    i_dag = timezone.localdate()
    for felt in slag.fortid:
        if v.get(felt) and v[felt] > i_dag:
            feil[felt] = [_("%(felt)s kan ikke være fram i tid.") % {"felt": _ledetekst(slag, felt)}]


def _i_rekkefoelge(feil: Feil, slag: Faktatype, v: Verdier) -> None:
    for foerst, saa in DATOPAR:
        if foerst not in feil and v.get(foerst) and saa in v and not i_rekkefoelge(v[foerst], v[saa]):
            deler = {"foerst": slag.felt(foerst).verbose_name, "saa": _ledetekst(slag, saa)}
            feil[saa] = [_("%(saa)s må være samme dag eller etter %(foerst)s.") % deler]


def _etter_foedsel(feil: Feil, slag: Faktatype, person: Person, v: Verdier) -> None:
    if slag == OPPLYSNINGER or person.foedselsdato is None:
        return
    for felt, dato in v.items():
        if isinstance(dato, date) and dato < person.foedselsdato:
            feil.setdefault(felt, []).append(
                _("Datoen er før fødselsdatoen %(dato)s.") % {"dato": visning.dato(person.foedselsdato)}
            )


def _finnes_alt(slag: Faktatype, v: Verdier) -> Feil:
    """Refuse a second registration that says the same, and tell which one to correct."""
    felt = slag.unike[-1]
    return {
        felt: [
            _("Det er alt registrert %(hva)s med %(felt)s %(verdi)s. Rett den registreringen i stedet.")
            % {
                "hva": slag.navn,
                "felt": slag.felt(felt).verbose_name,
                "verdi": tekster.verdi(slag.felt(felt), v[felt]),
            }
        ]
    }


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
    if "_kode_" in navn:
        return _("En av kodene er ikke i bruk lenger. Velg en annen og prøv igjen.")
    return _("Registreringen ble avvist fordi den ikke henger sammen. Sjekk datoene og prøv igjen.")
