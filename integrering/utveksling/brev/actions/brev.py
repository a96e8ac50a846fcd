"""The letter: draft, change, finish, delete the draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import FYLKESROLLER
from integrering.utveksling.brev import queries
from integrering.utveksling.brev.actions.nummer import Nummerserie
from integrering.utveksling.brev.flettefelt import felt_for
from integrering.utveksling.brev.innhold import ark_av, mottakernavn, overskrift, sett_sammen
from integrering.utveksling.brev.models import Brev, Brevfil, Brevmalversjon, Brevtilstand, Mottakerslag
from integrering.utveksling.brev.rules import maalform
from integrering.utveksling.brev.rules.tekst import felt_i, rens
from integrering.utveksling.brev.trykk import Trykk, lag_pdf


@dataclass(frozen=True)
class Brevsvar:
    """What the writer answers: language, date, typed fields (ISO dates), own text, contact."""

    maalform: str
    dato: date
    kontakt_navn: str
    kontakt_epost: str = ""
    kontakt_telefon: str = ""
    maalformgrunn: str = ""
    adresse: str = ""
    fritekst: str = ""
    verdier: Mapping[str, str] = field(default_factory=dict)


@transaction.atomic
def opprett_utkast(
    *,
    innsending: UUID,
    malversjon: Brevmalversjon,
    svar: Brevsvar,
    av: Aktoer,
    virksomhet: Virksomhet | None = None,
    person: Person | None = None,
) -> Brev:
    """Make a draft with the next reference number. The same `innsending` gives the same draft.

    Args:
        virksomhet: who it goes to, for templates to organisations.
        person: who it goes to, or (beside an organisation) whom it is about.

    Raises:
        IkkeTilgang: only the county writes letters.
        Regelbrudd: something is missing or not allowed, by field.
    """
    av.krev(*FYLKESROLLER)
    serie = Nummerserie(avsender_id=av.virksomhet_id, aar=svar.dato.year)
    finnes = Brev.objects.filter(innsending=innsending).first()
    if finnes:
        return finnes
    brev = Brev(
        innsending=innsending,
        avsender_id=av.virksomhet_id,
        aar=svar.dato.year,
        nummer=serie.neste(),
        malversjon=malversjon,
        mottakerslag=malversjon.mal.mottakerslag,
        virksomhet=virksomhet,
        person=person,
        opprettet_av_id=av.bruker_id,
        endret_av_id=av.bruker_id,
    )
    sett_felter(brev, svar, av)
    brev.save(force_insert=True)
    return brev


@transaction.atomic
def endre_utkast(*, brev: Brev, versjon: int, svar: Brevsvar, av: Aktoer) -> None:
    """Change a draft; what the system knows (names, counts) is read anew.

    Raises:
        IkkeTilgang: only the county writes letters.
        Konflikt: somebody saved meanwhile.
        Regelbrudd: it is finished, or something is missing or not allowed, by field.
    """
    av.krev(*FYLKESROLLER)
    krev_utkast(brev)
    ny = Brev.objects.select_related("avsender", "malversjon__mal", "virksomhet", "person").get(pk=brev.pk)
    felter = sett_felter(ny, svar, av)
    brev.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **felter)


def krev_utkast(brev: Brev) -> None:
    """Raise Regelbrudd for a letter that may no longer be changed."""
    if not brev.er_utkast:
        raise Regelbrudd(_("Brevet er ikke lenger et utkast og kan ikke endres."))


@transaction.atomic
def slett_utkast(*, brev: Brev, versjon: int, av: Aktoer) -> None:
    """Empty a draft and take it out of the lists. Its number is not used again; a deleted one stays deleted.

    Raises:
        IkkeTilgang: only the county writes letters.
        Konflikt: somebody saved meanwhile.
        Regelbrudd: it is finished.
    """
    av.krev(*FYLKESROLLER)
    krev_utkast(brev)
    brev.lagre_over(
        versjon=versjon, bruker_id=av.bruker_id, tilstand=Brevtilstand.SLETTET, person=None, verdier={},
        fritekst="", adresse="", overskrift="", maalformgrunn="",
    )  # fmt: skip


@transaction.atomic
def ferdigstill(*, brev: Brev, versjon: int, av: Aktoer) -> None:
    """Lock a draft: the PDF and all it was made of are kept. A finished letter stays as it is.

    Raises:
        IkkeTilgang: only the county writes letters.
        Konflikt: somebody saved meanwhile.
        Regelbrudd: it is deleted, or cannot be printed.
    """
    av.krev(*FYLKESROLLER)
    laas(brev=brev, versjon=versjon, bruker_id=av.bruker_id)


def laas(*, brev: Brev, versjon: int, bruker_id: int) -> None:
    """Do the work of `ferdigstill` for one whose right has been checked: a job has no role."""
    if brev.er_laast:
        return
    krev_utkast(brev)
    _krev_uten_adresse(brev)
    ferdig = trykk_av(brev)
    brev.lagre_over(
        versjon=versjon, bruker_id=bruker_id, tilstand=Brevtilstand.FERDIG, ferdig=timezone.now(),
        ferdig_av_id=bruker_id,
    )  # fmt: skip
    Brevfil.objects.create(
        brev=brev, pdf=ferdig.pdf, sha256=ferdig.sha256, inndata=ferdig.inndata, motor=ferdig.motor,
        oppsett=ferdig.oppsett,
    )  # fmt: skip


def trykk_av(brev: Brev) -> Trykk:
    """Return the draft as it would be locked now: the preview is the letter. Raises Regelbrudd."""
    return lag_pdf(sett_sammen(brev.malversjon, ark_av(brev)))


# --- What a draft holds ---
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
    return feil


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


def _krev_uten_adresse(brev: Brev) -> None:
    """The protection may have come after the draft."""
    if brev.person and brev.person.skjermet and brev.adresse:
        raise Regelbrudd({"adresse": [_skjermet_adresse()]})


def _skjermet_adresse() -> str:
    return _("Personen har adressebeskyttelse. Adressen lagres ikke: skriv den på konvolutten for hånd.")
