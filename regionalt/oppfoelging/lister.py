"""The lists: the contact log, and the requests for guidance."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.skjema import DatoFelt
from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.queries import kommuner_i_fylket
from regionalt.kodeverk import Tema
from regionalt.oppfoelging.kodeverk import Forespoerseltilstand, Kontaktslag, Kontakttilstand
from regionalt.oppfoelging.models import Forespoersel, Kontakt
from regionalt.oppfoelging.queries import forespoersler, kontakter
from regionalt.oppfoelging.queries.forespoersler import AAPEN, OVER_FRIST
from regionalt.oppfoelging.rules.svartid import virkedager
from regionalt.queries.kontakter import kontaktvalg
from regionalt.roller import LESER

_ALLE = ("", _("Alle"))


class _Kommunevalg(Listefilter):
    """One municipality; a municipality has its own only, and is not asked."""

    kommune = forms.ChoiceField(label=_("Kommune"), choices=[])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.av.er_kommune:
            del self.fields["kommune"]
            return
        valg = [(k.nummer, k.navn) for k in kommuner_i_fylket()]
        self.fields["kommune"].choices = [("", _("Alle kommuner")), *valg]  # type: ignore[attr-defined]


class Kontaktfilter(_Kommunevalg):
    """With whom, how, about what, when, who at the county."""

    slag = forms.ChoiceField(label=_("Type kontakt"), choices=[_ALLE, *Kontaktslag.choices])
    tema = forms.ChoiceField(label=_("Tema"), choices=[_ALLE, *Tema.choices])
    tilstand = forms.ChoiceField(label=_("Status"), choices=[_ALLE, *Kontakttilstand.choices])
    hos_oss_id = forms.ChoiceField(label=_("Hvem i fylkeskommunen"), choices=[])
    fra = DatoFelt(label=_("Fra"), navn=_("fra-dato"))
    til = DatoFelt(label=_("Til og med"), navn=_("til-dato"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.av.er_kommune:
            del self.fields["hos_oss_id"]
            return
        valg = [(str(b.pk), str(b)) for b in kontaktvalg()]
        self.fields["hos_oss_id"].choices = [_ALLE, *valg]  # type: ignore[attr-defined]


def _kontakter(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Any]:
    return kontakter.filtrert(kontakter.kontakter(), filter)


def _tilstand(rad: Kontakt | Forespoersel) -> Status:
    return Status(str(rad.get_tilstand_display()), rad.farge)


KONTAKTER = Liste(
    navn="oppfoelging:kontakter",
    tittel=_("Kontaktlogg"),
    kolonner=(
        Kolonne(
            "tema", _("Tema"), verdi="get_tema_display", sorter=("tema",),
            lenke=lambda k: reverse("oppfoelging:kontakt", args=[k.noekkel]),
        ),
        Kolonne("dato", _("Dato"), slag=Slag.DATO, sorter=("dato",)),
        Kolonne("slag", _("Type"), verdi="get_slag_display", sorter=("slag",)),
        Kolonne("kommuner", _("Kommuner"), verdi="kommunenavn", sorter=("kommunenavn",)),
        Kolonne("hos_oss", _("I fylkeskommunen"), verdi=lambda k: str(k.hos_oss)),
        Kolonne("hos_kommunen", _("I kommunen"), side=False),
        Kolonne("aapne", _("Åpne punkter"), slag=Slag.TALL, sorter=("aapne",)),
        Kolonne("tilstand", _("Status"), verdi=_tilstand, slag=Slag.STATUS, sorter=("tilstand",)),
    ),
    rader=_kontakter,
    standard="-dato",
    roller=frozenset(LESER),
    filterskjema=Kontaktfilter,
    noekkel="noekkel",
    tomt=_("Ingen kontakt er registrert."),
)  # fmt: skip


class Forespoerselfilter(_Kommunevalg):
    """From whom, about what, where it stands."""

    tilstand = forms.ChoiceField(
        label=_("Status"),
        choices=[
            _ALLE,
            (AAPEN, _("Ikke besvart")),
            (OVER_FRIST, _("Over frist")),
            *Forespoerseltilstand.choices,
        ],
    )
    tema = forms.ChoiceField(label=_("Tema"), choices=[_ALLE, *Tema.choices])


def _forespoersler(av: Aktoer, filter: dict[str, Any]) -> QuerySet[Forespoersel]:
    return forespoersler.filtrert(filter, timezone.localdate())


FORESPOERSLER = Liste(
    navn="oppfoelging:forespoersler",
    tittel=_("Forespørsler om veiledning"),
    kolonner=(
        Kolonne(
            "tema", _("Tema"), verdi="get_tema_display", sorter=("tema",),
            lenke=lambda f: reverse("oppfoelging:forespoersel", args=[f.noekkel]),
        ),
        Kolonne("kommune", _("Kommune"), verdi="kommune.navn", sorter=("kommune__navn", "mottatt")),
        Kolonne("mottatt", _("Mottatt"), slag=Slag.DATO, sorter=("mottatt",)),
        Kolonne("frist", _("Svarfrist"), slag=Slag.DATO, sorter=("frist",),
                definisjon=_("Vårt eget mål, regnet i virkedager.")),
        Kolonne("besvart", _("Besvart"), slag=Slag.DATO, sorter=("besvart",)),
        Kolonne(
            "virkedager", _("Virkedager"), slag=Slag.TALL,
            verdi=lambda f: virkedager(f.mottatt, f.besvart) if f.besvart else None,
            definisjon=_("Fra dagen etter at den kom, til den ble besvart."),
        ),
        Kolonne("behandler", _("Svarer"), verdi=lambda f: str(f.behandler or "")),
        Kolonne("tilstand", _("Status"), verdi=_tilstand, slag=Slag.STATUS, sorter=("tilstand", "frist")),
    ),
    rader=_forespoersler,
    standard="-mottatt",
    roller=frozenset(LESER),
    filterskjema=Forespoerselfilter,
    noekkel="noekkel",
    tomt=_("Ingen har spurt om veiledning."),
)  # fmt: skip
LISTER = (KONTAKTER, FORESPOERSLER)
