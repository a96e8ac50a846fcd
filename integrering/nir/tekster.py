"""What the rules' codes are called on the pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from integrering.grunnmur import visning
from integrering.grunnmur.kodelister import Kodekolonne, kodenavn
from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir.faktatyper import Faktatype
from integrering.nir.models.felt import Koderfelt
from integrering.nir.rules.frister import Registreringsfrist
from integrering.nir.rules.kontroll import Merknad
from integrering.nir.rules.lovspor import Lovspor
from integrering.nir.rules.sammenheng import Brudd
from integrering.nir.rules.utbetaling import Mangel, Utsikt


def lovspor(spor: Lovspor) -> str:
    """Return which rules hold for the person's training."""
    return {
        Lovspor.RETT_OG_PLIKT: _(
            "Rett og plikt til norskopplæring (integreringsloven §§ 9 og 27): tre tilskuddsår"
        ),
        Lovspor.KOLLEKTIV: _("Kollektiv beskyttelse (integreringsloven § 37 d): ett tilskuddsår"),
        Lovspor.PLIKT: _("Bare plikt (integreringsloven § 28): ikke tilskudd"),
        Lovspor.FEIL_ALDER: _("Ikke mellom 18 og 67 år da tillatelsen ble gitt (§ 26): ikke tilskudd"),
    }[spor]


def mangel(hva: Mangel) -> str:
    """Return what is missing, as an item of a task list."""
    return {
        Mangel.OPPLYSNINGER: _("Personopplysninger mangler"),
        Mangel.BOSTED: _("Bosted mangler"),
        Mangel.VEDTAK: _("Vedtak om norskopplæring mangler"),
        Mangel.PERIODE: _("Ingen periode med fulltid videregående"),
        Mangel.SLUTTDATO: _("Perioden mangler sluttdato"),
        Mangel.TIMER: _("Perioden har under 30 timer i uken"),
        Mangel.HOVEDANSVAR: _("Kombinasjonsklassen mangler avklart hovedansvar"),
        Mangel.LANDGRUPPE: _("Landgruppe mangler"),
    }[hva]


def mangel_hvorfor(hva: Mangel) -> str:
    """Return why it matters."""
    return {
        Mangel.OPPLYSNINGER: _("Uten tillatelse og fødselsdato kan ingenting beregnes."),
        Mangel.BOSTED: _("Uten folkeregistrert kommune opptjenes ikke tilskudd."),
        Mangel.VEDTAK: _("Første av de to registreringene som utløser tilskudd til fylkeskommunen."),
        Mangel.PERIODE: _(
            "Går personen i videregående på fulltid? Uten perioden får fylkeskommunen ikke tilskudd."
        ),
        Mangel.SLUTTDATO: _("Uten sluttdato utløses ikke tilskudd til fylkeskommunen."),
        Mangel.TIMER: _("Fulltid er minst 30 undervisningstimer i uken."),
        Mangel.HOVEDANSVAR: _("Kombinasjonsklasser teller når fylkeskommunen har hovedansvaret."),
        Mangel.LANDGRUPPE: _("Landgruppen avgjør satsen for det ordinære tilskuddet."),
    }[hva]


def mangel_handling(hva: Mangel) -> str:
    """Return the name of the step that mends it."""
    return {
        Mangel.OPPLYSNINGER: _("Registrer personopplysninger"),
        Mangel.BOSTED: _("Registrer bosted"),
        Mangel.VEDTAK: _("Registrer vedtak"),
        Mangel.PERIODE: _("Registrer periode"),
        Mangel.SLUTTDATO: _("Registrer sluttdato"),
        Mangel.TIMER: _("Rett timer per uke"),
        Mangel.HOVEDANSVAR: _("Rett hovedansvar"),
        Mangel.LANDGRUPPE: _("Registrer landgruppe"),
    }[hva]


def merknad(hva: Merknad) -> str:
    """Return the warning for something unusual."""
    return {
        Merknad.MANGE_TIMER: _("Mer enn 35 timer i uken er uvanlig. Sjekk at det er undervisningstimer."),
        Merknad.LENGE_SIDEN: _("Datoen er mer enn ett år tilbake. Sjekk at den er riktig."),
        Merknad.LANGT_FRAM: _("Datoen er mer enn ett år fram. Sjekk at den er riktig."),
        Merknad.START_FOER_VEDTAK: _(
            "Opplæringen starter før vedtaksdatoen. Sjekk at begge datoene stemmer."
        ),
        Merknad.LANG_PERIODE: _("Perioden er lengre enn fire år. Sjekk at sluttdatoen er riktig."),
    }[hva]


def brudd(hva: Brudd) -> str:
    """Return what is wrong with a value, and the way out."""
    return {
        Brudd.NIVAA_MANGLER: _("Velg nivå for alle fire ferdighetene."),
        Brudd.NIVAA_UTEN_GRUNN: _("La nivåene stå tomme når målet er karakteren 2 eller C1."),
        Brudd.UTFALL_OG_DATO: _("Utfall og dato for avgjørelsen registreres sammen."),
        Brudd.GRUNN_PASSER_IKKE: _("Rettsgrunnlaget passer ikke: § 23 gjelder norsk, § 24 samfunnskunnskap."),
        Brudd.RESULTAT_MANGLER: _("Registrer resultatet av prøven."),
        Brudd.RESULTAT_PASSER_IKKE: _("Resultatet hører ikke til denne prøven."),
        Brudd.IKKE_FOERSTE_DAG: _("Skriv måneden som første dag i måneden."),
    }[hva]


def naar_registrert(hva: str, registrert: datetime | None, *, naa: datetime | None) -> str:
    """Return «vedtak registrert 12.11.2026», «periode registreres i dag» or «periode mangler»."""
    ord_ = {"vedtak": _("vedtak"), "periode": _("periode")}[hva]
    if registrert is None:
        return _("%(hva)s mangler") % {"hva": ord_}
    if naa is not None and registrert >= naa:
        return _("%(hva)s registreres i dag") % {"hva": ord_}
    return _("%(hva)s registrert %(dato)s") % {"hva": ord_, "dato": visning.dato(registrert)}


def utbetaling(utsikt: Utsikt, *, naa: datetime | None = None) -> str:
    """Return from which quarter it counts, with the two registrations it rests on.

    `naa` is the instant given to what is about to be registered.
    """
    vedtak = naar_registrert("vedtak", utsikt.vedtak_registrert, naa=naa)
    periode = naar_registrert("periode", utsikt.periode_registrert, naa=naa)
    setning = f"{capfirst(vedtak)}, {periode}."
    if utsikt.kvartal:
        return _("%(setning)s Tidligste utbetaling: %(kvartal)s.") % {
            "setning": setning,
            "kvartal": visning.kvartal(utsikt.kvartal),
        }
    return _("%(setning)s Fylkeskommunen får ikke tilskudd før begge er registrert, med sluttdato.") % {
        "setning": setning
    }


def utenfor_tilskuddsaar() -> str:
    """Return what to say of a period that earns no day."""
    return _("Perioden ligger utenfor tilskuddsårene og gir ikke tilskudd.")


def frist_ved_registrering(frist: Registreringsfrist, *, fylke: bool = False) -> str:
    """Return how a registration stands against the two-month deadline (§ 58, the county's is § 59)."""
    ord_ = {"dato": visning.dato(frist.dato), "n": frist.dager_over, "paragraf": "§ 59" if fylke else "§ 58"}
    if frist.dager_over:
        return (
            ngettext(
                "Registreringsfristen var %(dato)s: %(n)s dag over frist (forskriften %(paragraf)s).",
                "Registreringsfristen var %(dato)s: %(n)s dager over frist (forskriften %(paragraf)s).",
                frist.dager_over,
            )
            % ord_
        )
    return _("Innen registreringsfristen %(dato)s (forskriften %(paragraf)s).") % ord_


# --- Values of facts ---


@dataclass(frozen=True)
class Linje:
    """One field of a fact: its label and what it says."""

    felt: str
    ledetekst: str
    verdi: str


_TOMT = {
    "adressebeskyttelse": lambda: _("Ingen"),
    "landgruppe": lambda: _("Ikke avklart"),
}


def verdi(felt: models.Field[Any, Any], innhold: Any) -> str:
    """Return a value as it is written to people."""
    if innhold is None or innhold == "":
        return _TOMT[felt.name]() if felt.name in _TOMT else _("Ikke oppgitt")
    if isinstance(felt, Koderfelt):
        return ", ".join(kodenavn(felt.liste, kode) for kode in innhold) or _("Ikke oppgitt")
    if isinstance(felt, Kodekolonne):
        return capfirst(kodenavn(felt.liste, str(innhold)))
    if isinstance(innhold, bool):
        return _("Ja") if innhold else _("Nei")
    if felt.name == "maaned":
        return visning.maaned(innhold)
    if isinstance(innhold, datetime | date):
        return visning.dato(innhold)
    if isinstance(innhold, Decimal):
        return visning.desimal(innhold)
    valg = dict(felt.flatchoices)
    return str(valg.get(innhold, innhold))


def linjer(slag: Faktatype, kilde: Any) -> list[Linje]:
    """Return the fields of a fact, from a row or from the values of a form."""
    hent = kilde.get if isinstance(kilde, dict) else lambda navn: getattr(kilde, navn)
    funnet = []
    for navn in slag.felter:
        if isinstance(kilde, dict) and navn not in kilde:
            continue
        felt: models.Field[Any, Any] = slag.modell._meta.get_field(navn)
        ledetekst = str(felt.verbose_name)
        funnet.append(Linje(navn, capfirst(ledetekst), verdi(felt, hent(navn))))
    return funnet


def kort(slag: Faktatype, rad: ToKlokker) -> str:
    """Return a fact in one line, for lists and messages."""
    tittel = [verdi(slag.felt(f), getattr(rad, f)) for f in slag.i_tittelen if f not in ("fra", "til")]
    if hasattr(rad, "fra") and hasattr(rad, "til"):
        return " ".join([*tittel, visning.periode(rad.fra, rad.til)])
    if slag.startfelt in slag.i_tittelen:
        return ", ".join(tittel)
    start = visning.dato(getattr(rad, slag.startfelt))
    if tittel:
        return ", ".join(dict.fromkeys([*tittel, start]))
    return capfirst(_("%(hva)s %(dato)s") % {"hva": slag.navn, "dato": start})


def i_dag() -> date:
    """Return the day in Oslo."""
    return timezone.localdate()
