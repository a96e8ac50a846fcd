"""What the plans know of a municipality, beside the county's judgements: needs of labour, and offers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from integrering.grunnmur import kroner
from integrering.tilgang.models import Virksomhet
from regionalt.kunnskapskilder import Kunnskapskilde, Kunnskapsrad
from regionalt.planer.models import Arbeidskraftbehov, Sikkerhet, Tilbud
from regionalt.planer.queries.kunnskap import behov_i, tilbud_i


def _behov(kommune: Virksomhet, dag: date) -> Iterator[Kunnskapsrad]:
    for b in behov_i(kommune, dag):
        antall = (
            _("ukjent antall")
            if b.antall is None
            else ngettext("%(n)s person", "%(n)s personer", b.antall) % {"n": kroner.tall(b.antall)}
        )
        yield _rad(b, b.yrke, [antall, b.opplaering], reverse("planer:behov", args=[b.noekkel]))


def _tilbud(kommune: Virksomhet, dag: date) -> Iterator[Kunnskapsrad]:
    for t in tilbud_i(kommune, dag):
        plasser = (
            _("ukjent antall plasser")
            if t.plasser is None
            else ngettext("%(n)s plass", "%(n)s plasser", t.plasser) % {"n": kroner.tall(t.plasser)}
        )
        yield _rad(t, t.navn, [t.tilbyder, t.maalgruppe, plasser], reverse("planer:tilbud", args=[t.noekkel]))


def _rad(rad: Arbeidskraftbehov | Tilbud, hva: str, mer: list[str], url: str) -> Kunnskapsrad:
    plan = rad.plan
    return Kunnskapsrad(
        hva=hva,
        mer=", ".join(del_ for del_ in mer if del_),
        hvor=_("Kommunen") if rad.kommune_id else _("Hele fylket"),
        kilde=rad.kilde,
        dato=rad.kilde_dato,
        url=url,
        sikkerhet="" if rad.sikkerhet == Sikkerhet.KILDE else rad.get_sikkerhet_display(),
        plan=plan.tittel if plan else "",
        plan_url=reverse("planer:plan", args=[plan.noekkel]) if plan else "",
    )


def _side(navn: str) -> Callable[[Virksomhet], str]:
    return lambda kommune: f"{reverse(navn)}?kommune={kommune.nummer}"


KILDER = (
    Kunnskapskilde(
        "planbehov", gettext_lazy("Behov for arbeidskraft i planene"), gettext_lazy("Yrke"),
        gettext_lazy("Hvor mange, og opplæring som trengs"),
        gettext_lazy("Ingen behov for arbeidskraft er registrert for kommunen eller hele fylket."),
        _behov, _side("planer:behovene"), 10,
    ),
    Kunnskapskilde(
        "plantilbud", gettext_lazy("Kvalifiseringstilbud i planene"), gettext_lazy("Tilbud"),
        gettext_lazy("Hvem gir det, for hvem, og plasser"),
        gettext_lazy("Ingen tilbud er registrert for kommunen eller hele fylket."),
        _tilbud, _side("planer:tilbudene"), 20,
    ),
)  # fmt: skip
