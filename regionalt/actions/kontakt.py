"""Give municipalities a contact, and end it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Bruker, Virksomhet
from regionalt.hendelser import meld_kontakt_endret
from regionalt.models import Kommunekontakt
from regionalt.queries.kontakter import kontaktvalg
from regionalt.roller import FOELGER_OPP
from regionalt.rules.kontakt import Endring, Hva, Periode, SenereKontakt, ny_fra


@transaction.atomic
def sett_kontakt(
    *,
    kommuner: Collection[Virksomhet],
    kontaktperson: Bruker,
    stedfortreder: Bruker | None,
    fra: date,
    av: Aktoer,
) -> int:
    """Give these municipalities the same contact from a day. Returns how many; all of them, or none.

    The contact each has that day ends the day before. One that began the same day is taken over.

    Raises:
        IkkeTilgang: a role that does not follow municipalities up.
        Regelbrudd: no municipality, the same person twice, someone without a role at the county, or a
            municipality with a contact that begins later.
    """
    av.krev(*FOELGER_OPP)
    _krev(kommuner, kontaktperson, stedfortreder)
    gamle: dict[int, list[Kommunekontakt]] = {kommune.pk: [] for kommune in kommuner}
    for rad in Kommunekontakt.objects.select_for_update().filter(kommune__in=kommuner):
        gamle[rad.kommune_id].append(rad)
    for kommune in kommuner:
        _sett(kommune, gamle[kommune.pk], kontaktperson, stedfortreder, fra, av)
    meld_kontakt_endret([kommune.pk for kommune in kommuner])
    return len(kommuner)


def _krev(kommuner: Collection[Virksomhet], kontaktperson: Bruker, stedfortreder: Bruker | None) -> None:
    feil: dict[str, list[str]] = {}
    if not kommuner:
        feil["kommuner"] = [_("Velg minst én kommune.")]
    if stedfortreder == kontaktperson:
        feil["stedfortreder"] = [_("Stedfortrederen må være en annen enn kontaktpersonen.")]
    mulige = {b.pk for b in kontaktvalg()}
    for felt, bruker in (("kontaktperson", kontaktperson), ("stedfortreder", stedfortreder)):
        if bruker is not None and bruker.pk not in mulige:
            feil[felt] = [_("%(navn)s har ikke en rolle i fylkeskommunen nå.") % {"navn": bruker}]
    if feil:
        raise Regelbrudd(feil)


def _sett(
    kommune: Virksomhet,
    gamle: list[Kommunekontakt],
    kontaktperson: Bruker,
    stedfortreder: Bruker | None,
    fra: date,
    av: Aktoer,
) -> None:
    endring = _endring(kommune, gamle, fra)
    rad = next((g for g in gamle if g.pk == endring.id), None)
    if rad is not None and endring.hva is Hva.AVSLUTTES:
        rad.lagre_over(versjon=rad.versjon, bruker_id=av.bruker_id, til=endring.til)
    if rad is not None and endring.hva is Hva.ERSTATTES:
        rad.lagre_over(
            versjon=rad.versjon, bruker_id=av.bruker_id,
            kontaktperson=kontaktperson, stedfortreder=stedfortreder, til=None,
        )  # fmt: skip
        return
    Kommunekontakt.objects.create(
        kommune=kommune, kontaktperson=kontaktperson, stedfortreder=stedfortreder, fra=fra,
        endret_av_id=av.bruker_id,
    )  # fmt: skip


def _endring(kommune: Virksomhet, gamle: list[Kommunekontakt], fra: date) -> Endring:
    try:
        return ny_fra((Periode(g.pk, g.fra, g.til) for g in gamle), fra)
    except SenereKontakt as senere:
        tekst = _("%(kommune)s har en kontakt som begynner %(dag)s. Velg den dagen eller en senere.")
        raise Regelbrudd({"fra": [tekst % {"kommune": kommune, "dag": visning.dato(senere.fra)}]}) from senere


@transaction.atomic
def avslutt_kontakt(*, kontakt: Kommunekontakt, versjon: int, til: date, av: Aktoer) -> None:
    """End a contact after a day: the municipality has none until it is given another.

    Raises:
        IkkeTilgang: a role that does not follow municipalities up.
        Konflikt: somebody else changed it meanwhile.
        Regelbrudd: the last day is before the first.
    """
    av.krev(*FOELGER_OPP)
    if til < kontakt.fra:
        tekst = _("Kontakten begynte %(dag)s. Den siste dagen kan ikke være før det.")
        raise Regelbrudd({"til": [tekst % {"dag": visning.dato(kontakt.fra)}]})
    kontakt.lagre_over(versjon=versjon, bruker_id=av.bruker_id, til=til)
    meld_kontakt_endret([kontakt.kommune_id])
