"""The same kind of fact about many persons: all are saved, or none."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir.actions.kontroll import Feil, kontroller_flere, ved_brudd
from integrering.nir.actions.roller import krev_registrering
from integrering.nir.faktatyper import Faktatype
from integrering.nir.hendelser import meld_endret
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer


@dataclass(frozen=True)
class Flererad:
    """A fact to register; to correct, when `gammel` is the version that holds."""

    person: Person
    verdier: Mapping[str, Any]
    gammel: ToKlokker | None = None


class Radbrudd(Regelbrudd):
    """Some rows cannot be saved: `per_rad` says which, by number, and why. Nothing is saved."""

    def __init__(self, rader: Sequence[Flererad], per_rad: Mapping[int, Feil]) -> None:
        self.per_rad = per_rad
        super().__init__(
            {
                str(nr): [f"{rader[nr].person.navn}: {t}" for tekster in feil.values() for t in tekster]
                for nr, feil in per_rad.items()
            }
        )


@transaction.atomic
def lagre_flere(
    *, slag: Faktatype, rader: Sequence[Flererad], av: Aktoer, aarsak: str = ""
) -> list[ToKlokker]:
    """Register and correct facts of one kind, set by set. Returns the new versions, in the order of the rows.

    Args:
        aarsak: why, when any is corrected.

    Raises:
        Radbrudd: some cannot be saved.
        Regelbrudd: the reason is missing, or somebody else saved the same meanwhile.
        IkkeTilgang: the role does not register the kind.
    """
    krev_registrering(av, slag)
    for ordning in {kilde.get("ordning") for rad in rader for kilde in _kilder(rad)}:
        krev_registrering(av, slag, ordning=ordning)
    nye = lagre_sett(slag=slag, rader=rader, av=av, aarsak=aarsak)
    meld_endret(sorted({rad.person.pk for rad in rader}))
    return nye


@transaction.atomic
def lagre_sett(
    *, slag: Faktatype, rader: Sequence[Flererad], av: Aktoer, aarsak: str = ""
) -> list[ToKlokker]:
    """Check and save facts as `lagre_flere` does, of a kind an upper floor has: who may, it has asked.

    Raises Radbrudd, Regelbrudd as `lagre_flere`.
    """
    gamle = [rad.gammel.pk for rad in rader if rad.gammel]
    if gamle and not aarsak.strip():
        raise Regelbrudd({"aarsak": [_("Skriv hvorfor registreringene endres.")]})
    if feil := kontroller_flere(slag=slag, rader=[_som_kontrolleres(rad) for rad in rader], av=av):
        raise Radbrudd(rader, feil)
    with ved_brudd():
        aapne = slag.modell._default_manager.filter(pk__in=gamle, erstattet__isnull=True)
        if aapne.update(erstattet=Now()) != len(gamle):
            raise Regelbrudd(_("Noen andre endret det samme nettopp. Se over og prøv igjen."))
        nye: list[ToKlokker] = slag.modell._default_manager.bulk_create(
            _versjon(slag, rad, av, aarsak.strip()) for rad in rader
        )
    return nye


def _kilder(rad: Flererad) -> list[Mapping[str, Any]]:
    """Return the values of a row as they are to be, and as they are."""
    return [rad.verdier, vars(rad.gammel)] if rad.gammel else [rad.verdier]


def _som_kontrolleres(rad: Flererad) -> tuple[Person, Mapping[str, Any], uuid.UUID | None]:
    return rad.person, rad.verdier, rad.gammel.registrering_id if rad.gammel else None


def _versjon(slag: Faktatype, rad: Flererad, av: Aktoer, aarsak: str) -> ToKlokker:
    ny: ToKlokker = slag.modell(
        person=rad.person,
        registrering_id=rad.gammel.registrering_id if rad.gammel else uuid.uuid4(),
        registrert_av_id=av.bruker_id,
        virksomhet_id=av.virksomhet_id,
        aarsak=aarsak if rad.gammel else "",
        noekkel=rad.gammel.noekkel if rad.gammel else "",
        **dict(slag.faste),
        **{felt: rad.verdier[felt] for felt in slag.felter},
    )
    return ny
