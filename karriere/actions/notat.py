"""The note: written, finished, and never changed after."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.feil import Regelbrudd, krev_gyldig
from integrering.grunnmur.kodelister import kan_velges
from integrering.grunnmur.samtidighet import Konflikt
from integrering.tilgang.aktoer import Aktoer
from karriere.actions.felles import merk_sak, skriv_hendelse
from karriere.kodeverk import NOTATBEHOV, Sakshendelsestype, Spraak
from karriere.models import Notat, Notatutkast, Sak
from karriere.models.notat import LENGDE, TEKSTFELT
from karriere.queries.notat import skriver_notatet
from karriere.roller import VEILEDER
from karriere.rules.notat import MED_VGS, UTEN_VGS, mangler
from karriere.tekstvern import brudd_i_tekster


@dataclass(frozen=True)
class Notatdata:
    """What the form gives: the sections of forskriften § 47 second paragraph, and a recommendation (§ 11)."""

    spraak: str = Spraak.NB
    utfyllende: str = ""
    oensker: str = ""
    muligheter: str = ""
    behov: list[str] = field(default_factory=list)
    behov_tekst: str = ""
    hindringer: str = ""
    sluttmaal: str = ""
    anbefaling: str = ""
    begrunnelse: str = ""
    veien_videre: str = ""


FELTER = tuple(felt.name for felt in fields(Notatdata))


@transaction.atomic
def lagre_utkast(*, sak: Sak, data: Notatdata, versjon: int, av: Aktoer) -> Notatutkast:
    """Save what is written so far, whole or half.

    Args:
        versjon: the version of the draft that was read; 0 when there was none.

    Raises:
        IkkeTilgang: a role that does not guide.
        Regelbrudd: another centre's case, a text too long, numbers of persons, an unknown code.
        Konflikt: it was saved elsewhere meanwhile; nothing is changed.
    """
    av.krev(*VEILEDER)
    _krev_mitt_senter(sak, av)
    krev_gyldig(_brudd(data))
    utkast = Notatutkast.objects.select_related("endret_av").filter(sak=sak).first()
    if utkast is None:
        return Notatutkast.objects.create(sak=sak, endret_av_id=av.bruker_id, **vars(data))
    if versjon == 0:  # begun in another window
        raise Konflikt(utkast)
    utkast.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **vars(data))
    return utkast


@transaction.atomic
def gjoer_ferdig(*, sak: Sak, versjon: int, av: Aktoer) -> Notat:
    """Make the draft the next version of the note, which never changes. The draft is gone.

    Args:
        versjon: the version of the draft that was looked over.

    Raises:
        IkkeTilgang: a role that does not guide.
        Regelbrudd: nothing is written, a section is empty, a recommendation without a reason or where there
            is none to give (§ 37 b).
        Konflikt: the draft was saved meanwhile.
    """
    av.krev(*VEILEDER)
    _krev_mitt_senter(sak, av)
    utkast = Notatutkast.objects.select_related("endret_av").filter(sak=sak).first()
    if utkast is None:
        raise Regelbrudd(_("Det er ikke skrevet noe som kan gjøres ferdig."))
    if utkast.versjon != versjon:
        raise Konflikt(utkast)
    felter = {felt: getattr(utkast, felt) for felt in FELTER}
    krev_gyldig({felt: [_MANGLER[hva]()] for felt, hva in mangler(felter, bare_rett=sak.bare_rett).items()})
    nr = (sak.notater.aggregate(siste=Max("nr"))["siste"] or 0) + 1
    naa = timezone.now()
    notat = Notat.objects.create(sak=sak, nr=nr, ferdig=naa, av_id=av.bruker_id, **felter)
    utkast.delete()
    skriv_hendelse(sak, Sakshendelsestype.NOTAT, av, nr=nr)
    # the case tells of the newest version: it is not handed over, nor registered
    merk_sak(
        sak, av, notat_ferdig=visning.lokal_dato(naa), har_anbefaling=notat.har_anbefaling, overlevert=None,
        lest=None, purret=None, registrert_imdinett=None,
    )  # fmt: skip
    return notat


@transaction.atomic
def kast_utkast(*, sak: Sak, av: Aktoer) -> None:
    """Throw the draft away. Again: no change. Raises IkkeTilgang."""
    av.krev(*VEILEDER)
    _krev_mitt_senter(sak, av)
    Notatutkast.objects.filter(sak=sak).delete()


_MANGLER = {
    "tom": lambda: _("Skriv noe her, om det så bare er «ikke aktuelt»."),
    "uten_grunn": lambda: _("Skriv hvorfor du anbefaler dette."),
    "ikke_34": lambda: _(
        "Ved kollektiv beskyttelse skal notatet ikke ha anbefaling (integreringsloven § 37 b)."
    ),
}


def _krev_mitt_senter(sak: Sak, av: Aktoer) -> None:
    """Lock the case; raise Regelbrudd for another centre's."""
    Sak.objects.select_for_update().filter(pk=sak.pk).first()
    if not skriver_notatet(sak, av):
        raise Regelbrudd(_("Saken hører til et annet karrieresenter."))


def _brudd(data: Notatdata) -> dict[str, list[str]]:
    brudd = brudd_i_tekster(**vars(data))
    for felt in TEKSTFELT:
        if len(getattr(data, felt)) > LENGDE:
            brudd[felt] = [_("Teksten er for lang. Høyst %(mest)s tegn.") % {"mest": LENGDE}]
    if not all(kan_velges(NOTATBEHOV, kode) for kode in data.behov):
        brudd["behov"] = [_("Velg fra listen.")]
    if data.sluttmaal and data.sluttmaal not in MED_VGS + UTEN_VGS:
        brudd["sluttmaal"] = [_("Velg fra listen.")]
    return brudd


def felter_av(rad: Any) -> dict[str, Any]:
    """Return the sections of a draft or a version, by name."""
    return {felt: getattr(rad, felt) for felt in FELTER}
