"""Write facts with two clocks: the first version, and the next in place of the one that was seen."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any, TypeVar

from django.db.models.functions import Now
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir.actions.kontroll import ved_brudd
from integrering.nir.models import Person
from integrering.nir.models.grunnlag import Personfakta
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Bruker
from opplaering.queries.elever import uten_nirfelt

F = TypeVar("F", bound=Personfakta)


class Gjeldende:
    """The version that holds now, as the page about a conflict reads a row: who saved, and when."""

    def __init__(self, rad: ToKlokker) -> None:
        self.rad, self.versjon = rad, rad.pk
        self.endret_av: Bruker = rad.registrert_av
        self.endret: datetime = rad.registrert


class Versjonskonflikt(Konflikt):
    """Somebody saved another version after the one the user saw. `naa.rad` is the one that holds."""

    def __init__(self, rad: ToKlokker) -> None:
        super().__init__(Gjeldende(rad))  # type: ignore[arg-type] # reads as a row that counts its versions


def opprett(modell: type[F], *, person: Person, av: Aktoer, **verdier: Any) -> F:
    """Write the first version of a fact, in the actor's own name. Raises Regelbrudd."""
    rad = modell(
        person=person,
        registrering_id=uuid.uuid4(),
        registrert_av_id=av.bruker_id,
        virksomhet_id=av.virksomhet_id,
        **verdier,
    )
    with ved_brudd():
        rad.save(force_insert=True)
    return rad


def finn_sett(modell: type[F], *, registrering: uuid.UUID, sett: int) -> F:
    """Return the version that holds, when it is the one the user saw.

    Raises:
        Versjonskonflikt: somebody saved another meanwhile.
        Regelbrudd: it is annulled, or not the reader's.
    """
    rader = modell._default_manager.filter(registrering_id=registrering, erstattet__isnull=True)
    rad: F | None = (
        uten_nirfelt(rader.filter(annullert=False), "person").select_related("registrert_av").first()
    )
    if rad is None:
        raise Regelbrudd(_("Registreringen gjelder ikke lenger."))
    if rad.pk != sett:
        raise Versjonskonflikt(rad)
    return rad


def ny_versjon(rad: F, *, av: Aktoer, aarsak: str, **endringer: Any) -> F:
    """Close a version that holds and write the next, with the changes. The database sets the time.

    Raises Regelbrudd: the changes break a rule of the table, or somebody closed it a moment ago.
    """
    felter = {f.attname: getattr(rad, f.attname) for f in rad._meta.concrete_fields if not f.primary_key}
    for navn in ("registrert", "erstattet"):
        del felter[navn]
    felter |= {"registrert_av_id": av.bruker_id, "virksomhet_id": av.virksomhet_id, "aarsak": aarsak.strip()}
    with ved_brudd():
        aapen = type(rad)._default_manager.filter(pk=rad.pk, erstattet__isnull=True)
        if not aapen.update(erstattet=Now()):
            raise Regelbrudd(_("Noen andre endret dette nettopp. Se over og prøv igjen."))
        ny = type(rad)(**felter | endringer)
        ny.save(force_insert=True)
    return ny


def krev_aarsak(aarsak: str) -> None:
    """Raise Regelbrudd unless a reason is written."""
    if not aarsak.strip():
        raise Regelbrudd({"aarsak": [_("Skriv hvorfor registreringen endres.")]})
