"""The merge fields: a closed list per template. What the system knows itself is never typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from integrering.utveksling.brev.rules.skriving import dato_lang


class Slag(StrEnum):
    """What a field holds: how it is typed and how it is written."""

    TEKST = "tekst"
    DATO = "dato"


@dataclass(frozen=True)
class Flettefelt:
    """A field: its name in braces, what the form calls it, and whether it is typed or known."""

    navn: str
    ledetekst: str | Promise
    eksempel: str
    skrives: bool = False
    slag: Slag = Slag.TEKST
    # about a person: never in a heading, which stands in lists
    personlig: bool = False
    hjelp: str | Promise = field(default="")

    def skriv(self, verdi: str) -> str:
        """Return the stored value as the letter writes it: a date in words, all else as it is."""
        return dato_lang(date.fromisoformat(verdi)) if self.slag is Slag.DATO and verdi else verdi


_FELLES = (
    Flettefelt("fylke", _("Fylkeskommunen"), "Trøndelag fylkeskommune"),
    Flettefelt("dato", _("Brevets dato"), "2026-11-17", slag=Slag.DATO),
    Flettefelt("kontaktperson", _("Kontaktpersonen"), "Kari Nordmann"),
)
_VIRKSOMHET = (Flettefelt("mottaker", _("Mottakeren"), "Rindal kommune"),)
_PERSON = (Flettefelt("mottaker", _("Mottakeren"), "Amina Eksempel", personlig=True),)
SVARFRIST = Flettefelt(
    "svarfrist", _("Svarfrist"), "2026-12-01", skrives=True, slag=Slag.DATO,
    hjelp=_("For eksempel 01.12.2026."),
)  # fmt: skip
PAAMINNING = "paaminning"
_EGNE: dict[str, tuple[Flettefelt, ...]] = {
    PAAMINNING: (
        Flettefelt("antall_vedtak", _("Personer uten vedtak"), "3"),
        Flettefelt("antall_periode", _("Personer uten periode"), "2"),
        Flettefelt("antall_sluttdato", _("Personer uten sluttdato"), "1"),
        Flettefelt("antall_mangler", _("Mangler i alt"), "6"),
        SVARFRIST,
    ),
    "dialogmoete": (
        Flettefelt(
            "moetedato", _("Møtedato"), "2026-12-08", skrives=True, slag=Slag.DATO,
            hjelp=_("For eksempel 08.12.2026."),
        ),
        Flettefelt("moetetid", _("Klokkeslett"), "kl. 10.00–11.30", skrives=True,
                   hjelp=_("For eksempel kl. 10.00–11.30.")),
        Flettefelt("moetested", _("Sted"), "Fylkets hus, møterom Nea", skrives=True,
                   hjelp=_("Adresse og rom, eller lenke til digitalt møte.")),
        SVARFRIST,
    ),
    "kommune_brev": (
        Flettefelt("emne", _("Emne"), "Samarbeid om karriereveiledning", skrives=True,
                   hjelp=_("Blir overskriften. Skriv aldri navn på personer her.")),
    ),
    "person_brev": (
        Flettefelt("henvendt", _("Dato for henvendelsen"), "2026-11-10", skrives=True, slag=Slag.DATO,
                   hjelp=_("Dagen personen tok kontakt, for eksempel 10.11.2026.")),
    ),
    "svar_opplysninger": (
        Flettefelt("spurt", _("Dato for spørsmålet"), "2026-11-10", skrives=True, slag=Slag.DATO,
                   hjelp=_("Dagen dere ble spurt, for eksempel 10.11.2026.")),
        Flettefelt("utlevert", _("Det som utleveres"), "gjennomført karriereveiledning og fravær",
                   skrives=True, personlig=True,
                   hjelp=_("Skriv hva slags opplysninger, ikke selve opplysningene.")),
    ),
}  # fmt: skip


def felt_for(kode: str, mottakerslag: str) -> dict[str, Flettefelt]:
    """Return the fields a template may use, by name."""
    alle = (*_FELLES, *(_PERSON if mottakerslag == "person" else _VIRKSOMHET), *_EGNE.get(kode, ()))
    return {f.navn: f for f in alle}


def i_overskrift(kode: str, mottakerslag: str) -> set[str]:
    """Return the fields a heading may use: none about a person."""
    return {navn for navn, f in felt_for(kode, mottakerslag).items() if not f.personlig}


def eksempler(kode: str, mottakerslag: str) -> dict[str, str]:
    """Return example values of all fields, as a letter stores them."""
    return {navn: f.eksempel for navn, f in felt_for(kode, mottakerslag).items()}


def kan_til_flere(kode: str, mottakerslag: str) -> bool:
    """Return True for templates to several municipalities: nothing that is typed is about persons."""
    return mottakerslag == "virksomhet" and not any(
        f.personlig for f in felt_for(kode, mottakerslag).values() if f.skrives
    )
