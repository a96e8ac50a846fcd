"""What is checked before a period at a school is saved, so that the message can name what it collides with.

The database holds the same (constraints).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kodelister import kan_velges
from integrering.grunnmur.personnummer import har_siffer_i_tittel
from integrering.nir.models import Person
from integrering.nir.rules.kontroll import Spenn, kolliderer
from integrering.tilgang.models import Virksomhet, Virksomhetstype
from opplaering.kodeverk import LAEREPLAN, MAALGRUPPE, SLUTTGRUNN, TILRETTELEGGING
from opplaering.models import Skolegang, Skoleklasse, Utdanningstilbud

if TYPE_CHECKING:
    from opplaering.actions.skolegang import Skolegangdata

Feil = dict[str, list[str]]


def kontroller(*, person: Person, data: Skolegangdata, gammel: Skolegang | None = None) -> None:
    """Raise Regelbrudd when the period cannot be saved. `gammel` is the version being corrected."""
    feil = _datoer(person, data) | _timer(data) | _koder(data, gammel) | _stedet(data)
    if not feil:
        feil = _overlapp(person, data, gammel)
    if feil:
        raise Regelbrudd(feil)


def kontroller_slutt(rad: Skolegang, siste_dag: date, grunn: str) -> None:
    """Raise Regelbrudd when a period cannot end so."""
    feil: Feil = {}
    if siste_dag < rad.fra:
        feil["til"] = [_("Siste skoledag må være samme dag som den første, eller senere.")]
    elif rad.til and siste_dag > rad.til and _senere(rad, siste_dag):
        feil["til"] = [_("En senere periode er alt registrert. Rett den først.")]
    if not grunn or not kan_velges(SLUTTGRUNN, grunn):
        feil["sluttgrunn"] = [_("Velg hvorfor det sluttet.")]
    if feil:
        raise Regelbrudd(feil)


def _senere(rad: Skolegang, siste_dag: date) -> bool:
    andre = Skolegang.objects.gjeldende().filter(person_id=rad.person_id).exclude(pk=rad.pk)
    return andre.filter(fra__lte=siste_dag, fra__gt=rad.fra).exists()


def _datoer(person: Person, data: Skolegangdata) -> Feil:
    feil: Feil = {}
    if person.foedselsdato and data.fra < person.foedselsdato:
        dato = visning.dato(person.foedselsdato)
        feil["fra"] = [_("Datoen er før fødselsdatoen %(dato)s.") % {"dato": dato}]
    if data.til and data.til < data.fra:
        feil["til"] = [_("Siste skoledag må være samme dag som den første, eller senere.")]
    if data.sluttgrunn and not data.til:
        feil["til"] = [_("Skriv siste skoledag når du velger hvorfor det sluttet.")]
    return feil


def _timer(data: Skolegangdata) -> Feil:
    if data.timer_per_uke <= 0:
        return {"timer_per_uke": [_("Timer per uke må være mer enn 0.")]}
    if data.fulltid_overstyrt is None:
        if data.overstyrt_grunn:
            return {"fulltid_overstyrt": [_("Velg ja eller nei, eller ta bort begrunnelsen.")]}
        return {}
    if not data.overstyrt_grunn:
        return {"overstyrt_grunn": [_("Skriv hvorfor timene ikke gir riktig svar.")]}
    if har_siffer_i_tittel(data.overstyrt_grunn):
        return {"overstyrt_grunn": [_("Ikke skriv fødselsdato eller nummer på personer her.")]}
    return {}


def _koder(data: Skolegangdata, gammel: Skolegang | None) -> Feil:
    """A code that is closed may stay where it was, but not be chosen anew."""
    feil: Feil = {}
    for felt, liste in (("maalgruppe", MAALGRUPPE), ("laereplan", LAEREPLAN), ("sluttgrunn", SLUTTGRUNN)):
        kode: str = getattr(data, felt)
        if kode and kode != getattr(gammel, felt, "") and not kan_velges(liste, kode):
            feil[felt] = [_("Valget er ikke i bruk lenger. Velg et annet.")]
    if not data.maalgruppe:
        feil["maalgruppe"] = [_("Velg målgruppe.")]
    gamle: list[str] = getattr(gammel, "tilrettelegging", [])
    if any(k not in gamle and not kan_velges(TILRETTELEGGING, k) for k in data.tilrettelegging):
        feil["tilrettelegging"] = [_("Valget er ikke i bruk lenger. Velg et annet.")]
    return feil


def _stedet(data: Skolegangdata) -> Feil:
    """Class and programme are the school's, and the class is on while the pupil is there."""
    feil: Feil = {}
    if not Virksomhet.objects.filter(pk=data.skole_id, type=Virksomhetstype.SKOLE).exists():
        feil["skole"] = [_("Velg en skole.")]
    if data.klasse_id is not None:
        feil |= _klassen(data, data.klasse_id)
    if data.tilbud_id is not None:
        tilbud = Utdanningstilbud.objects.filter(pk=data.tilbud_id, skole_id=data.skole_id)
        if not tilbud.exists():
            feil["tilbud"] = [_("Velg et tilbud på skolen.")]
    return feil


def _klassen(data: Skolegangdata, klasse_id: int) -> Feil:
    klasse = Skoleklasse.objects.filter(pk=klasse_id, skole_id=data.skole_id).first()
    if klasse is None:
        return {"klasse": [_("Velg en klasse på skolen.")]}
    if klasse.til < data.fra or (data.til and klasse.fra > data.til):
        periode = visning.periode(klasse.fra, klasse.til)
        return {"klasse": [_("Klassen varer %(periode)s, en annen tid.") % {"periode": periode}]}
    return {}


def _overlapp(person: Person, data: Skolegangdata, gammel: Skolegang | None) -> Feil:
    andre: list[Any] = list(Skolegang.objects.gjeldende().filter(person=person).select_related("skole"))
    spenn = [Spenn(p.registrering_id, p.fra, p.til, p.skole.navn) for p in andre]
    treff = kolliderer(Spenn(gammel.registrering_id if gammel else None, data.fra, data.til), spenn)
    if treff is None:
        return {}
    ord_ = {"skole": treff.navn, "periode": visning.periode(treff.fra, treff.til)}
    tekst = _("Perioden overlapper %(skole)s %(periode)s. Endre datoene, eller rett den andre først.")
    return {"fra": [tekst % ord_]}
