"""What the engine tells leaders: when each quarter closes, and what was approved in a year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.grunnmur import visning
from integrering.grunnmur.kvartal import Kvartal
from integrering.grunnmur.samlet import Rader
from regionalt.aarshjul import Hjuldag, Hjulkilde, registrer_hjulkilde
from regionalt.aarsrapport import Kapittel, Rapporttabell, registrer_kapittel
from tilskudd.models import BOKFOERT
from tilskudd.queries.oversikt import fordelinger, levende


def registrer() -> None:
    """Register the days and the chapter."""
    registrer_hjulkilde(Hjulkilde("tilskudd", gettext_lazy("Persontilskudd"), None, kvartalsslutt, 30))
    registrer_kapittel(Kapittel("tilskudd", gettext_lazy("Persontilskudd"), godkjent_i_aaret, 60))


def kvartalsslutt(rader: Rader, fra: date, til: date) -> Iterator[Hjuldag]:
    """Yield the last day of each quarter: what is registered later comes a quarter later."""
    kvartal = Kvartal.for_dato(fra)
    while kvartal.til <= til:
        tekst = _("Siste dag å registrere for å bli med i %(kvartal)s")
        yield Hjuldag(
            dato=kvartal.til,
            tittel=tekst % {"kvartal": visning.kvartal(kvartal)},
            url=reverse("tilskudd:oversikt"),
            frist=True,
        )
        kvartal = kvartal.neste()


def godkjent_i_aaret(aar: int) -> Sequence[Rapporttabell]:
    """Return what each approved run of the year's quarters pays, in whole kroner."""
    kvartaler = [Kvartal(aar, nr) for nr in range(1, 5)]
    kjoeringer = list(
        levende().filter(tilstand__in=BOKFOERT, kvartal__in=[k.indeks for k in kvartaler]).order_by("kvartal")
    )
    summer = fordelinger(k.pk for k in kjoeringer)
    rader = tuple(
        (visning.kvartal(k.kvartal), summer[k.pk].eget_fylke, summer[k.pk].kommuner)
        for k in kjoeringer
        if k.pk in summer
    )
    if not rader:
        return ()
    return (
        Rapporttabell(
            tittel=_("Godkjente kjøringer, hele kroner"),
            kolonner=(_("Kvartal"), _("Fylkeskommunen"), _("Kommunene")),
            rader=rader,
            kilde=_("Fra de godkjente kjøringene. Beløpene er forventet; IMDi utbetaler."),
            diagram=True,
        ),
    )
