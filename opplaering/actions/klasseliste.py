"""Put pupils in a class and take them out: each change is a new version of their period at the school."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.feil import Regelbrudd
from integrering.nir.actions.kontroll import ved_brudd
from integrering.tilgang.aktoer import Aktoer
from opplaering.actions.skoleklasse import krev_skolens
from opplaering.hendelser import meld_endret
from opplaering.models import Skolegang, Skoleklasse

# So many at a time may be in a class: more than any classroom, fewer than a form can hold.
PLASSER = 60
# Set anew in every version; the rest of a period goes with it.
_NYE = ("id", "registrert", "erstattet", "registrert_av_id", "virksomhet_id", "aarsak", "noekkel")


@transaction.atomic
def sett_i_klasse(*, klasse: Skoleklasse, elever: Sequence[Skolegang], fra: date, av: Aktoer) -> None:
    """Put these periods in a class from a day.

    A period that begins on the day or later, or is in no class, goes into the class whole. One that is in
    another class is parted: the days before stay there.

    Raises Regelbrudd, IkkeTilgang.
    """
    krev_skolens(av, klasse.skole_id)
    Skoleklasse.objects.select_for_update().get(pk=klasse.pk)
    _kontroller(klasse, elever, fra)
    nye: list[Skolegang] = []
    aarsak = _("Satt i klassen %(klasse)s") % {"klasse": klasse.navn}
    for rad in elever:
        if rad.klasse_id is None or rad.fra >= fra:
            nye.append(_versjon(rad, av, klasse_id=klasse.pk, aarsak=aarsak))
            continue
        dagen_foer = fra - timedelta(days=1)
        nye.append(_versjon(rad, av, til=dagen_foer, sluttgrunn="", aarsak=aarsak))
        nye.append(_versjon(rad, av, klasse_id=klasse.pk, fra=fra, registrering_id=uuid.uuid4()))
    _erstatt(elever, nye)


@transaction.atomic
def ta_ut_av_klasse(*, klasse: Skoleklasse, elever: Sequence[Skolegang], av: Aktoer) -> None:
    """Say that these periods are in no class. Hours and absence that are written, stand.

    Raises Regelbrudd, IkkeTilgang.
    """
    krev_skolens(av, klasse.skole_id)
    aarsak = _("Tatt ut av klassen %(klasse)s") % {"klasse": klasse.navn}
    _erstatt(elever, [_versjon(rad, av, klasse_id=None, aarsak=aarsak) for rad in elever])


def _kontroller(klasse: Skoleklasse, elever: Sequence[Skolegang], fra: date) -> None:
    periode = visning.periode(klasse.fra, klasse.til)
    if not klasse.fra <= fra <= klasse.til:
        raise Regelbrudd(
            {"fra": [_("Dagen må være i perioden til klassen, %(periode)s.") % {"periode": periode}]}
        )
    utenfor = [
        rad.person.navn
        for rad in elever
        if rad.skole_id != klasse.skole_id or (rad.til is not None and rad.til < fra) or rad.fra > klasse.til
    ]
    if utenfor:
        tekst = _("Disse går ikke på skolen fra den dagen, mens klassen varer: %(navn)s.")
        raise Regelbrudd({"elever": [tekst % {"navn": ", ".join(utenfor)}]})
    der = Skolegang.objects.gjeldende().filter(klasse=klasse).exclude(til__lt=fra).count()
    if der + len(elever) > PLASSER:
        raise Regelbrudd(
            _("En klasse kan ha høyst %(mest)s elever om gangen. Del den i flere klasser.")
            % {"mest": PLASSER}
        )


def _versjon(rad: Skolegang, av: Aktoer, **hva: Any) -> Skolegang:
    """Return the next version of a period, as this one registers it."""
    felter = {f.attname: getattr(rad, f.attname) for f in Skolegang._meta.concrete_fields}
    beholdt = {navn: verdi for navn, verdi in felter.items() if navn not in _NYE}
    return Skolegang(**beholdt | {"registrert_av_id": av.bruker_id, "virksomhet_id": av.virksomhet_id} | hva)


def _erstatt(sett: Sequence[Skolegang], nye: list[Skolegang]) -> None:
    """Close the versions that were shown, and write the next."""
    aapne = Skolegang.objects.filter(pk__in=[rad.pk for rad in sett], erstattet__isnull=True)
    if aapne.update(erstattet=Now()) != len(sett):
        raise Regelbrudd(_("Noen andre endret elevene nettopp. Se over og prøv igjen."))
    with ved_brudd():
        Skolegang.objects.bulk_create(nye)
    meld_endret({rad.person_id for rad in nye})
