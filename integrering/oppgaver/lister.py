"""The queue as a list: what it shows, filters by and exports."""

from __future__ import annotations

from functools import cache
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.lister import Kolonne, Liste, Listefilter, Slag
from integrering.oppgaver import tekster
from integrering.oppgaver.models import Oppgave
from integrering.oppgaver.queries.koe import Fane, Hvem, Utsnitt, i_fanen, koe, med_emne
from integrering.oppgaver.regelverk import regler
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.queries import kommuner_i_fylket
from integrering.tilgang.roller import ARBEIDSROLLER, FYLKESROLLER, KOMMUNEROLLER, PARTNERROLLER


class Oppgavefilter(Listefilter):
    """Whose tasks, by which rule; the county chooses a desk as well. The tab is carried along."""

    fane = forms.CharField(widget=forms.HiddenInput)
    hvem = forms.ChoiceField(
        label=_("Hvem"),
        choices=[
            ("", _("Mine og ikke tildelte")),
            (Hvem.MINE.value, _("Mine")),
            (Hvem.INGEN.value, _("Ikke tildelt")),
            (Hvem.ALLE.value, _("Alle")),
        ],
    )
    regel = forms.ChoiceField(label=_("Oppgave"))
    kommune = forms.ChoiceField(label=_("Hos"))

    def __init__(self, *args: Any, av: Aktoer, **kwargs: Any) -> None:
        super().__init__(*args, av=av, **kwargs)
        self.fields["regel"].choices = [("", gettext("Alle")), *_reglene(av)]  # type: ignore[attr-defined]
        if av.er_fylke:
            self.fields["kommune"].choices = cache(_bordene)  # type: ignore[attr-defined]
        else:
            del self.fields["kommune"]

    def clean_fane(self) -> str:
        """Take an unknown tab as none."""
        fane: str = self.cleaned_data["fane"]
        return fane if fane in set(Fane) else ""


def _bordene() -> list[tuple[str, str]]:
    """Return the desks the county reads: its own, and each municipality's. Asked once, when it is shown."""
    return [("", gettext("Fylkeskommunen")), *((k.nummer, k.navn) for k in kommuner_i_fylket())]


def _reglene(av: Aktoer) -> list[tuple[str, str]]:
    """Return the rules the reader may meet. Two that say the same, for two desks, are one choice."""
    mine = [r for r in regler() if av.er_fylke or (av.rolle in r.roller and not r.for_fylket)]
    foerste = {str(r.tittel): r.kode for r in reversed(mine)}
    return [(r.kode, str(r.tittel)) for r in mine if foerste[str(r.tittel)] == r.kode]


def utsnitt_av(filter_: dict[str, Any]) -> Utsnitt:
    """Return the choice of a filled-in filter."""
    return Utsnitt(**{navn: filter_.get(navn, "") for navn in ("hvem", "regel", "kommune")})


def _rader(av: Aktoer, filter_: dict[str, Any]) -> QuerySet[Oppgave]:
    i_dag = timezone.localdate()
    rader = koe(av, utsnitt_av(filter_), i_dag).filter(i_fanen(filter_.get("fane", ""), i_dag))
    return med_emne(rader.select_related("ansvarlig"), av)


def _vent(oppgave: Oppgave) -> str:
    return tekster.ventetekst(oppgave, timezone.localdate())


OPPGAVER = Liste(
    navn="forside",
    tittel=_("Min oppgaveliste"),
    kolonner=(
        Kolonne(
            "oppgave", _("Oppgave"), verdi=tekster.navn_paa, mal="oppgaver/_celle_oppgave.html",
            eksport=False,
        ),
        Kolonne("hva", _("Oppgave"), verdi=tekster.tittel, side=False),
        Kolonne(
            "gjelder", _("Gjelder"), verdi=tekster.gjelder, mal="oppgaver/_celle_gjelder.html",
            sorter=("person__sortering", "emnenavn", "tekst"), roller=FYLKESROLLER | KOMMUNEROLLER,
        ),
        Kolonne(
            "emne", _("Gjelder"), verdi=tekster.gjelder, sorter=("emnenavn", "tekst"), roller=PARTNERROLLER,
        ),
        Kolonne("frist", _("Frist"), slag=Slag.DATO, mal="oppgaver/_celle_frist.html", sorter=("sortering",)),
        Kolonne("hvorfor", _("Hvorfor"), verdi=tekster.hvorfor, side=False),
        Kolonne("hjemmel", _("Hjemmel"), verdi=tekster.hjemmel, side=False),
        Kolonne("vent", _("På vent"), verdi=_vent, side=False),
        Kolonne(
            "kommune", _("Kommune"), verdi="person.kommune.navn", roller=FYLKESROLLER,
            sorter=("person__kommune__nummer", "sortering"),
        ),
        Kolonne("ansvarlig", _("Ansvarlig"), verdi=lambda o: str(o.ansvarlig) if o.ansvarlig else ""),
        Kolonne(
            "steg", _("Neste steg"), verdi=tekster.handling, mal="oppgaver/_celle_steg.html", eksport=False,
        ),
    ),
    rader=_rader,
    standard="frist",
    roller=ARBEIDSROLLER,
    filterskjema=Oppgavefilter,
    noekkel="noekkel",
    person="person_id",
    definisjoner=(
        (_("Frist"), _("Dagen oppgaven skal være gjort, etter regelen som laget den.")),
        (_("På vent"), _("Oppgaven er lagt bort til en dato og kommer tilbake av seg selv.")),
    ),
)  # fmt: skip


def adressen(oppgave: Oppgave) -> str:
    """Return the address of the task's own page."""
    return reverse("oppgave", args=[oppgave.noekkel])
