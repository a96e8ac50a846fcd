"""The note beside the form of the decision about the introduction programme, and whether it was used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur.feil import krev_gyldig
from integrering.nir.models import Person
from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i
from karriere import actions
from karriere.kodeverk import Notatbruk
from karriere.models import Notat
from karriere.notattekster import delene
from karriere.queries.notat import nyeste_overleverte
from karriere.roller import KOMMUNEN
from karriere.tekstvern import brudd_i_tekster

SLAG = "vedtak-introduksjonsprogram"
SVAR, GRUNN = "notat_svar", "notat_grunn"
ANKER = "notat-ved-siden"


class Vedtakstillegg:
    """The newest note that is handed over, and the question."""

    mal = "karriere/_notat_ved_vedtaket.html"

    def __init__(self, notat: Notat) -> None:
        self._notat = notat

    def felter(self) -> dict[str, forms.Field]:
        """Was it used, and if not wholly: why."""
        return {
            SVAR: forms.ChoiceField(
                label=gettext_lazy("Er karriereveileders notat brukt i vedtaket?"),
                choices=Notatbruk.choices,
                widget=forms.RadioSelect,
                # on a narrow screen the note stands below the form
                help_text=format_html('<a class="ds-link" href="#{}">{}</a>', ANKER, _("Les notatet")),
            ),
            GRUNN: forms.CharField(
                label=gettext_lazy("Hvorfor er notatet ikke brukt fullt ut?"),
                required=False,
                max_length=500,
                widget=forms.Textarea({"rows": 3}),
                help_text=gettext_lazy(
                    "Karrieresenteret leser svaret. Tomt når notatet er brukt. Skriv ikke helseopplysninger."
                ),
            ),
        }

    def innhold(self, request: HttpRequest) -> dict[str, Any]:
        """The note section by section. To see it here is to read it: logged, and with a receipt."""
        av, sak = aktoer_i(request), self._notat.sak
        registrer_innsyn(person_id=sak.person_id, av=av, hvor="karriere-notat")
        actions.merk_lest(notat=self._notat, av=av)
        return {"notat": self._notat, "deler": delene(self._notat, bare_rett=sak.bare_rett)}

    def kontroller(self, svar: Mapping[str, Any]) -> None:
        """Raise Regelbrudd when it is not used and nobody says why, or the reason has a number in it."""
        brudd = brudd_i_tekster(**{GRUNN: svar[GRUNN]})
        if svar[SVAR] != Notatbruk.BRUKT and not svar[GRUNN].strip():
            brudd[GRUNN] = [_("Skriv hvorfor, så karrieresenteret kan lære av det.")]
        krev_gyldig(brudd)

    def linjer(self, svar: Mapping[str, Any]) -> list[tuple[str, str]]:
        """Return the answers."""
        linjer = [(_("Er karriereveileders notat brukt i vedtaket?"), str(Notatbruk(svar[SVAR]).label))]
        return linjer + ([(_("Hvorfor ikke"), svar[GRUNN])] if svar[GRUNN] else [])

    def lagre(self, registrering: UUID, svar: Mapping[str, Any], av: Aktoer) -> None:
        """Save the answer with the decision."""
        actions.svar_om_notat(
            notat=self._notat, vedtak=registrering, svar=svar[SVAR], grunn=svar[GRUNN].strip(), av=av
        )


def finn(person: Person, registrering: UUID | None, av: Aktoer) -> Vedtakstillegg | None:
    """Return the note and the question for the refugee service; None without a note, or once answered."""
    if not av.har(*KOMMUNEN):
        return None
    notat = nyeste_overleverte(person.pk)
    if notat is None:
        return None
    besvart = registrering is not None and notat.sak.notatsvar.filter(vedtak=registrering).exists()
    return None if besvart else Vedtakstillegg(notat)
