"""What a draft holds: its fields from the answers and from what the system knows, and how it would print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from integrering.utveksling.brev import queries
from integrering.utveksling.brev.flettefelt import SVARFRIST, felt_for
from integrering.utveksling.brev.innhold import ark_av, mottakernavn, overskrift, sett_sammen
from integrering.utveksling.brev.models import Brev, Brevbunke, Brevmalversjon, Mottakerslag
from integrering.utveksling.brev.rules import maalform
from integrering.utveksling.brev.rules.tekst import felt_i, rens
from integrering.utveksling.brev.trykk import Trykk, lag_pdf


@dataclass(frozen=True, kw_only=True)
class Fellessvar:
    """What the writer answers in a letter and in the same letter to several; typed dates are ISO."""

    dato: date
    kontakt_navn: str
    kontakt_epost: str = ""
    kontakt_telefon: str = ""
    fritekst: str = ""
    verdier: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Brevsvar(Fellessvar):
    """The answers of one letter: also its language and the address."""

    maalform: str
    maalformgrunn: str = ""
    adresse: str = ""


def nytt_brev(
    *,
    innsending: UUID,
    malversjon: Brevmalversjon,
    nummer: int,
    svar: Brevsvar,
    av: Aktoer,
    virksomhet: Virksomhet | None,
    person: Person | None = None,
    bunke: Brevbunke | None = None,
) -> Brev:
    """Save a draft. Raises Regelbrudd by field."""
    brev = Brev(
        innsending=innsending, avsender_id=av.virksomhet_id, aar=svar.dato.year, nummer=nummer, bunke=bunke,
        malversjon=malversjon, mottakerslag=malversjon.mal.mottakerslag, virksomhet=virksomhet, person=person,
        opprettet_av_id=av.bruker_id, endret_av_id=av.bruker_id,
    )  # fmt: skip
    sett_felter(brev, svar, av)
    brev.save(force_insert=True)
    return brev


def trykk_av(brev: Brev) -> Trykk:
    """Return the draft as it would be locked now: the preview is the letter. Raises Regelbrudd."""
    return lag_pdf(utkastets_ark(brev))


def utkastets_ark(brev: Brev) -> dict[str, Any]:
    """Return what the typesetter would get for the draft now."""
    return sett_sammen(brev.malversjon, ark_av(brev, queries.vedleggsnavn(brev)))


def sett_felter(brev: Brev, svar: Brevsvar, av: Aktoer) -> dict[str, Any]:
    """Check the answers, put them on the letter and return them. Raises Regelbrudd by field."""
    regel = queries.maalform_for(virksomhet=brev.virksomhet, person=brev.person if brev.til_person else None)
    feil = _feil(brev, svar, regel)
    if feil:
        raise Regelbrudd(feil)
    kilde = maalform.kilde_for(regel, svar.maalform)
    felter: dict[str, Any] = {
        "maalform": svar.maalform,
        "maalformkilde": kilde.value,
        "maalformgrunn": svar.maalformgrunn if kilde is maalform.Kilde.OVERSTYRT else "",
        "dato": svar.dato,
        "adresse": rens(svar.adresse),
        "fritekst": rens(svar.fritekst),
        "kontakt_navn": rens(svar.kontakt_navn),
        "kontakt_epost": rens(svar.kontakt_epost),
        "kontakt_telefon": rens(svar.kontakt_telefon),
        "verdier": _verdier(brev, svar, av),
    }
    for navn, verdi in felter.items():
        setattr(brev, navn, verdi)
    felter["overskrift"] = brev.overskrift = overskrift(brev.malversjon, ark_av(brev))[:300]
    # a letter that cannot be printed is told now, not when it is finished
    trykk_av(brev)
    return felter


def _feil(brev: Brev, svar: Brevsvar, regel: maalform.Maalformvalg) -> dict[str, list[str]]:
    feil: dict[str, list[str]] = {}
    til_person = brev.mottakerslag == Mottakerslag.PERSON
    if (brev.person is None) if til_person else (brev.virksomhet is None):
        feil["mottaker"] = [_("Velg hvem brevet skal til.")]
    if til_person and brev.virksomhet is not None:
        feil["mottaker"] = [_("Denne malen er for brev til privatpersoner.")]
    if svar.maalform not in maalform.SPRAAK:
        feil["maalform"] = [_("Velg målformen personen bruker.")]
    elif maalform.krever_grunn(regel, svar.maalform) and not svar.maalformgrunn.strip():
        feil["maalformgrunn"] = [_("Mottakeren har vedtatt en annen målform. Skriv hvorfor du velger denne.")]
    if brev.person and brev.person.skjermet and rens(svar.adresse):
        feil["adresse"] = [_skjermet_adresse()]
    for navn in mangler(brev.malversjon, svar.verdier):
        feil[f"felt_{navn}"] = [_("Fyll ut feltet: brevet bruker det.")]
    return feil | svarfristfeil(svar.dato, svar.verdier)


def svarfristfeil(dato: date, verdier: Mapping[str, str]) -> dict[str, list[str]]:
    """Return what is wrong, by field, when an answer is asked for by the date of the letter or before."""
    frist = verdier.get(SVARFRIST.navn)
    if not frist or date.fromisoformat(frist) > dato:
        return {}
    return {f"felt_{SVARFRIST.navn}": [_("Svarfristen må være etter datoen i brevet.")]}


def mangler(malversjon: Brevmalversjon, verdier: Mapping[str, str]) -> list[str]:
    """Return the typed fields that the template uses and nobody has filled in."""
    brukt = felt_i(*malversjon.alle_tekster)
    kjente = felt_for(malversjon.mal.kode, malversjon.mal.mottakerslag)
    return [n for n, f in kjente.items() if f.skrives and n in brukt and not rens(str(verdier.get(n, "")))]


def _verdier(brev: Brev, svar: Brevsvar, av: Aktoer) -> dict[str, str]:
    kjente = felt_for(brev.malversjon.mal.kode, brev.mottakerslag)
    skrevet = {n: rens(str(svar.verdier.get(n, ""))) for n, f in kjente.items() if f.skrives}
    navn = brev.person.navn if brev.til_person and brev.person else mottakernavn(queries.mottaker(brev))
    return skrevet | queries.systemverdier(brev.malversjon.mal, brev.virksomhet, av) | {"mottaker": navn}


def krev_uten_adresse(brev: Brev) -> None:
    """The protection may have come after the draft."""
    if brev.person and brev.person.skjermet and brev.adresse:
        raise Regelbrudd({"adresse": [_skjermet_adresse()]})


def krev_at_navnene_kan_trykkes(brev: Brev) -> None:
    """The names of the files stand in the letter. The letter without them has been tried already."""
    try:
        trykk_av(brev)
    except Regelbrudd as brudd:
        raise Regelbrudd({"vedlegg": [_("Filnavnet står i brevet. %(feil)s") % {"feil": brudd}]}) from brudd


def _skjermet_adresse() -> str:
    return _("Personen har adressebeskyttelse. Adressen lagres ikke: skriv den på konvolutten for hånd.")
