"""The words of the note: what each section is called, what it asks, and a note as it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from integrering.grunnmur.kodelister import kodenavn
from karriere.kodeverk import NOTATBEHOV
from karriere.models.notat import TEKSTFELT, Notatfelter
from karriere.rules.foelsomt import foelsomme_ord

# What to think of in each section. Our own words: the template of IMDinett is not public.
SPOERSMAAL: Mapping[str, Promise] = {
    "utfyllende": gettext_lazy(
        "Hva kan personen som ikke står i kartleggingen? Hva er brukt i arbeid, og hva er lært på egen hånd? "
        "Gjerne fem til ti linjer."
    ),
    "oensker": gettext_lazy(
        "Hva vil personen arbeide med eller ta utdanning i, og hvorfor? Hva er viktigst, og hva er det nest "
        "beste? Gjerne fem linjer."
    ),
    "muligheter": gettext_lazy(
        "Hva finnes i regionen: arbeid, opplæring, godkjenning? Hva er personen enig i at er realistisk? "
        "Gjerne fem til ti linjer."
    ),
    "behov_tekst": gettext_lazy("Hva skal søkes, hvor, og hvem hjelper til?"),
    "hindringer": gettext_lazy(
        "Hva kan stå i veien, og hva kan gjøres med det? Skriv bare det kommunen trenger for å lage planen."
    ),
    "anbefaling": gettext_lazy("Hvilket arbeid eller hvilken utdanning anbefaler du?"),
    "begrunnelse": gettext_lazy("Hva i samtalen og kartleggingen bygger du på?"),
    "veien_videre": gettext_lazy(
        "Hva bør programmet inneholde for at personen kommer så langt som mulig? Gjerne fem til ti linjer."
    ),
}


@dataclass(frozen=True)
class Del:
    """A section as it is read: what it is called and its paragraphs."""

    tittel: str
    tekster: tuple[str, ...]

    @property
    def tekst(self) -> str:
        """The section as one text, for pasting."""
        return "\n\n".join(self.tekster)


def delene(notat: Notatfelter, *, bare_rett: bool) -> list[Del]:
    """Return a note or a draft section by section, in its own written standard.

    Args:
        bare_rett: the person has a right and no duty: there is no recommendation (§ 37 b).
    """
    with override(notat.spraak):
        behov = ", ".join(capfirst(kodenavn(NOTATBEHOV, kode)) for kode in notat.behov)
        deler = [
            _del(_("Utfyllende opplysninger om kompetanse"), notat.utfyllende),
            _del(_("Ønsker for utdanning og arbeid"), notat.oensker),
            _del(_("Muligheter innen utdanning og arbeid"), notat.muligheter),
            _del(_("Behov for å søke"), behov, notat.behov_tekst),
            _del(_("Hindringer"), notat.hindringer),
        ]
        if not bare_rett:
            deler.append(_anbefalingen(notat))
        deler.append(_del(_("Veien videre"), notat.veien_videre))
    return [del_ for del_ in deler if del_.tekster]


def _anbefalingen(notat: Notatfelter) -> Del:
    maal = notat.sluttmaal and _("Sluttmål: %(maal)s") % {"maal": kodenavn("sluttmaal", notat.sluttmaal)}
    grunn = notat.begrunnelse and _("Begrunnelse: %(grunn)s") % {"grunn": notat.begrunnelse}
    return _del(_("Anbefaling"), maal, notat.anbefaling, grunn)


def _del(tittel: str, *tekster: str) -> Del:
    return Del(tittel, tuple(tekst for tekst in tekster if tekst.strip()))


def foelsomt_i(felter: Mapping[str, Any]) -> dict[str, str]:
    """Return field → a warning, for each text with words that may tell of what is sensitive."""
    ut = {}
    for felt in TEKSTFELT:
        if ord_ := foelsomme_ord(str(felter.get(felt, ""))):
            ut[felt] = _(
                "Se over %(ord)s. Helse, tro, politikk, straff og seksualitet skal bare stå her når det er "
                "nødvendig for planen."
            ) % {"ord": ", ".join(f"«{ett}»" for ett in ord_)}
    return ut
