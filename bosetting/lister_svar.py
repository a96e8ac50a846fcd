"""The list of answers in a round."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bosetting.kodeverk import Svarkanal
from bosetting.queries.svar import med_svar
from bosetting.roller import SER_FYLKET
from integrering.lister import Kolonne, Liste, Listefilter, Slag, Status
from integrering.tilgang.aktoer import Aktoer


class Svarfilter(Listefilter):
    """Those who have answered, or not."""

    svar = forms.ChoiceField(
        label=_("Svar"),
        choices=[("", _("Alle")), ("ja", _("Har svart")), ("nei", _("Har ikke svart"))],
    )


def _rader(av: Aktoer, filter: dict[str, Any], runde_noekkel: UUID) -> QuerySet[Any]:
    rader = med_svar(runde_noekkel)
    if filter.get("svar"):
        return rader.filter(svar_utgave__isnull=filter["svar"] == "nei")
    return rader


def _status(rk: Any) -> Status:
    if rk.svar_utgave is not None:
        return Status(gettext("Svart"), "success")
    return Status(gettext("Ikke svart"), "warning") if rk.spurt else Status(gettext("Ikke spurt"))


SVARENE = Liste(
    navn="bosetting:svarene",
    tittel=_("Svarene fra kommunene"),
    kolonner=(
        Kolonne(
            "kommune", _("Kommune"), verdi="kommune.navn", sorter=("kommune__navn",),
            lenke=lambda rk: reverse("bosetting:kommune", args=[rk.runde.noekkel, rk.kommune.nummer]),
        ),
        Kolonne("status", _("Status"), slag=Slag.STATUS, verdi=_status),
        Kolonne("antall", _("Antall uten forbehold"), verdi="svar_antall", slag=Slag.TALL,
                sorter=("svar_antall",)),
        Kolonne("mer", _("Flere ved behov"), verdi="svar_mer", slag=Slag.TALL),
        Kolonne("under_femten", _("Enslige under 15 år"), verdi="svar_em_under_15", slag=Slag.TALL),
        Kolonne("fra_femten", _("Enslige 15–18 år"), verdi="svar_em_15_18", slag=Slag.TALL),
        Kolonne("dato", _("Svart"), verdi="svar_dato", slag=Slag.DATO, sorter=("svar_dato",)),
        Kolonne("utgave", _("Utgave"), verdi="svar_utgave", slag=Slag.TALL, side=False),
        Kolonne("kanal", _("Hvordan svaret kom"), side=False,
                verdi=lambda rk: Svarkanal(rk.svar_kanal).label if rk.svar_kanal else ""),
        Kolonne("behov", _("Det kommunen trenger"), verdi=lambda rk: rk.svar_behov or "", side=False),
        Kolonne("minnet", _("Sist minnet på"), verdi="sist_minnet", slag=Slag.DATO),
    ),
    rader=_rader,
    standard="kommune",
    roller=frozenset(SER_FYLKET),
    filterskjema=Svarfilter,
    noekkel="pk",
    tomt=_("Runden har ingen kommuner."),
)  # fmt: skip
