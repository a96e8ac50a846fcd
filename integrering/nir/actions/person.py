"""A new person: identity, details and first bosted in one go."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.nir.actions.kontroll import kontroller, ved_brudd
from integrering.nir.actions.roller import krev_registrering
from integrering.nir.faktatyper import OPPLYSNINGER
from integrering.nir.hendelser import meld_endret
from integrering.nir.models import Bosted, Person, Personopplysning
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Virksomhet


def kontroller_person(
    *, duf: str, kommune: Virksomhet, fra: date, opplysninger: Mapping[str, Any], av: Aktoer
) -> None:
    """Raise Regelbrudd when the person cannot be registered as far as the one who asks can see."""
    kontroller(slag=OPPLYSNINGER, person=None, verdier=opplysninger, av=av)
    if av.er_kommune and kommune.pk != av.virksomhet_id:
        raise Regelbrudd({"kommune": [_("Dere kan bare registrere personer som bor i egen kommune.")]})
    if fra < opplysninger["foedselsdato"]:
        raise Regelbrudd({"fra": [_("Bosatt-datoen kan ikke være før fødselsdatoen.")]})
    # without a birth date: somebody an import brought in, and nothing is registered about since it was undone
    if Person.objects.filter(duf=duf, foedselsdato__isnull=False).exists():
        raise Regelbrudd({"duf": [_("Personen er alt registrert. Søk fram personen på DUF-nummeret.")]})


@transaction.atomic
def registrer_person(
    *, duf: str, kommune: Virksomhet, fra: date, opplysninger: Mapping[str, Any], av: Aktoer
) -> Person | None:
    """Register a person who has settled. Returns None when the DUF number is in use elsewhere.

    A person whose import was undone is taken up again, with the history.

    Then the county gets a case (`nir_meld_flytting`), and the answer says nothing about the person: it is the
    same whether they live in another kommune or are hidden by a protected address.

    Raises Regelbrudd, IkkeTilgang.
    """
    krev_registrering(av)
    kontroller_person(duf=duf, kommune=kommune, fra=fra, opplysninger=opplysninger, av=av)
    if av.er_kommune and _meld_flytting(duf, fra):
        return None
    person = _angret_person(duf) or _ny_person(duf, kommune)
    if person is None:
        if av.er_kommune:
            _meld_flytting(duf, fra)
        return None
    _foerste_registreringer(person, kommune, fra, opplysninger, av)
    person.refresh_from_db()
    meld_endret([person.pk])
    return person


def _angret_person(duf: str) -> Person | None:
    return Person.objects.filter(duf=duf, foedselsdato__isnull=True).first()


def _ny_person(duf: str, kommune: Virksomhet) -> Person | None:
    """Return the new person; None when the number belongs to somebody the one who asks cannot see."""
    try:
        with transaction.atomic():
            return Person.objects.create(duf=duf, kommune=kommune)
    except IntegrityError:
        return None


def _foerste_registreringer(
    person: Person, kommune: Virksomhet, fra: date, opplysninger: Mapping[str, Any], av: Aktoer
) -> None:
    felles: dict[str, Any] = {
        "person": person, "registrert_av_id": av.bruker_id, "virksomhet_id": av.virksomhet_id,
    }  # fmt: skip
    verdier = {felt: opplysninger[felt] for felt in OPPLYSNINGER.felter if felt in opplysninger}
    with ved_brudd():
        Personopplysning.objects.create(**_neste_versjon(person), **felles, **verdier)
        Bosted.objects.create(registrering_id=uuid.uuid4(), kommune=kommune, fra=fra, til=None, **felles)


def _neste_versjon(person: Person) -> dict[str, Any]:
    """Return which registration the details are: a new one, or the next of the annulled one."""
    annullert = Personopplysning.objects.filter(person=person, erstattet__isnull=True)
    registrering = annullert.values_list("registrering_id", flat=True).first()
    if registrering is None:
        return {"registrering_id": uuid.uuid4()}
    annullert.update(erstattet=Now())
    return {"registrering_id": registrering, "aarsak": _("Registrert på nytt")}


@transaction.atomic
def meld_flytting(*, duf: str, fra: date, av: Aktoer) -> None:
    """Say that a person another municipality has, lives here from the day: the county gets a case.

    Whether there is such a person is told to nobody.

    Raises Regelbrudd (the person lives here already), IkkeTilgang.
    """
    krev_registrering(av)
    if not av.er_kommune:
        raise IkkeTilgang(_("Rollen din kan ikke gjøre dette."))
    if Person.objects.filter(duf=duf, kommune_id=av.virksomhet_id).exists():
        raise Regelbrudd({"duf": [_("Personen er alt registrert hos dere.")]})
    _meld_flytting(duf, fra)


def _meld_flytting(duf: str, dag: date) -> bool:
    """Return True when the number belongs to a person another kommune has; the county then has a case."""
    with connection.cursor() as peker:
        peker.execute("SELECT nir_meld_flytting(%s, %s)", [duf, dag])
        rad = peker.fetchone()
    if not (rad and rad[0]):
        return False
    # As the jobs: whoever asks may not know whom the case is about, but it is on somebody's desk now.
    with kontekst(motor_kontekst()):
        meld_endret(list(Person.objects.filter(duf=duf).values_list("pk", flat=True)))
    return True
