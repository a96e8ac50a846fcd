"""Template tags and filters of the design system. Load with ``{% load grunnmur %}``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.forms.formsets import BaseFormSet
from django.template import Context, Node, NodeList
from django.template.base import FilterExpression, Parser, Token, token_kwargs
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.text import slugify

from integrering.grunnmur import kroner as kroner_
from integrering.grunnmur import visning
from integrering.grunnmur.kvartal import Kvartal
from integrering.grunnmur.stabling import stable

register = template.Library()


# --- How values are written ---
@register.filter
def kroner(verdi: int | None) -> str:
    """Write an amount: «1 234 kr». Nothing for None."""
    return "" if verdi is None else kroner_.formater(verdi)


@register.filter
def tall(verdi: int | None) -> str:
    """Write a whole number with hard spaces between thousands."""
    return "" if verdi is None else kroner_.tall(verdi)


@register.filter
def desimal(verdi: Decimal | float | None) -> str:
    """Write a number with decimal comma."""
    return visning.desimal(verdi)


@register.filter
def dato(verdi: date | datetime | None) -> str:
    """Write «05.06.2014»."""
    return visning.dato(verdi)


@register.filter
def tidspunkt(verdi: datetime | None) -> str:
    """Write «05.06.2014 kl. 10.32»."""
    return visning.tidspunkt(verdi)


@register.filter
def kvartal(verdi: Kvartal | str | None) -> str:
    """Write «4. kvartal 2023»."""
    return visning.kvartal(verdi)


@register.filter
def duf(verdi: str | None) -> str:
    """Write a DUF number in its groups."""
    return visning.duf(verdi)


@register.simple_tag
def periode(fra: date | None, til: date | None) -> str:
    """Write a period; an open end is said, not left blank."""
    return visning.periode(fra, til)


# --- Small components ---
@register.inclusion_tag("komponenter/status.html")
def status(tekst: str, farge: str = "neutral") -> dict[str, str]:
    """Show a status: always words, the colour (success, info, warning, danger, neutral) only underlines."""
    return {"tekst": tekst, "farge": farge}


@register.inclusion_tag("komponenter/frist.html")
def frist(dag: date, idag: date | None = None) -> dict[str, visning.Frist]:
    """Show a deadline in words with its date."""
    return {"frist": visning.frist(dag, idag or timezone.localdate())}


@register.inclusion_tag("komponenter/vilkaar.html")
def vilkaar(oppfylt: bool, tekst: str, forklaring: str = "") -> dict[str, object]:
    """Show one condition as met or not met; use inside ``<ul class="vilkaarsliste">``."""
    return {"oppfylt": oppfylt, "tekst": tekst, "forklaring": forklaring}


@register.inclusion_tag("komponenter/punkt.html")
def punkt(
    ledetekst: str, verdi: object = "", endre: str = "", kontekst: str = "", mangler: str = ""
) -> dict[str, object]:
    """Show one row of ``<dl class="oppsummering">``.

    `endre` is the address of «Endre»; `kontekst` says to screen readers what is changed; `mangler` is
    the text of the link shown when there is no value.
    """
    return {
        "ledetekst": ledetekst,
        "verdi": verdi,
        "endre": endre,
        "kontekst": kontekst or ledetekst,
        "mangler": mangler,
    }


@register.inclusion_tag("komponenter/smule.html")
def smule(tekst: str, url: str = "") -> dict[str, str]:
    """Show one step of the breadcrumb; without address it is the page itself."""
    return {"tekst": tekst, "url": url}


@register.inclusion_tag("komponenter/sorter.html", takes_context=True)
def sorter(context: Context, tekst: str, felt: str, naa: str = "", tall: bool = False) -> dict[str, object]:
    """Show a sortable column heading as a link, so that it works without JavaScript.

    `naa` is the present order, «felt» or «-felt». Keeps the rest of the query string, drops the page.
    """
    stigende, synkende = naa == felt, naa == f"-{felt}"
    sporring = context["request"].GET.copy()
    for noekkel in ("etter", "foer", "side"):
        sporring.pop(noekkel, None)
    sporring["sorter"] = f"-{felt}" if stigende else felt
    retning = "ascending" if stigende else "descending" if synkende else "none"
    return {"tekst": tekst, "url": f"?{sporring.urlencode()}", "retning": retning, "tall": tall}


# --- Tables ---
class TabellNode(Node):
    """The frame of a table; see `tabell`."""

    def __init__(
        self, tittel: FilterExpression, valg: dict[str, FilterExpression], innhold: NodeList
    ) -> None:
        self.tittel, self.valg, self.innhold = tittel, valg, innhold

    def render(self, context: Context) -> SafeString:
        """Render caption, scroll container and the rows between the tags."""
        valg: dict[str, Any] = {navn: uttrykk.resolve(context) for navn, uttrykk in self.valg.items()}
        tittel = str(self.tittel.resolve(context))
        teller = (context.render_context.get("grunnmur_tabeller") or 0) + 1
        context.render_context["grunnmur_tabeller"] = teller
        ident = valg.get("id") or f"tabell-{slugify(tittel)[:40]}-{teller}"
        rader = self.innhold.render(context)
        return render_to_string(
            "komponenter/tabell.html",
            {
                **valg,
                "tittel": tittel,
                "id": ident,
                "innhold": stable(rader) if valg.get("stables") else rader,
            },
        )


@register.tag
def tabell(parser: Parser, token: Token) -> TabellNode:
    """Frame a table so that it can be reached by keyboard and scrolls inside itself at 320 px.

    ``{% tabell _("Utbetalinger") %}<thead>…</thead><tbody>…</tbody>{% endtabell %}``; options
    ``skjult_tittel=True`` (caption for screen readers only), ``tett=True``, ``id="…"``,
    ``stables=True`` (each row a block at 320 px; see `stabling`).
    """
    biter = token.split_contents()[1:]
    if not biter:
        raise template.TemplateSyntaxError("tabell: the caption is missing")
    tittel = parser.compile_filter(biter.pop(0))
    valg = token_kwargs(biter, parser)
    innhold = parser.parse(("endtabell",))
    parser.delete_first_token()
    return TabellNode(tittel, valg, innhold)


# --- Forms ---
def feltlenke(felt: BoundField) -> str:
    """Return the id of the control an error message should lead to."""
    if felt.field.widget.use_fieldset and isinstance(
        felt.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple
    ):
        return f"{felt.auto_id}_0"
    return felt.id_for_label or str(felt.auto_id)


def _skjemaer(objekter: Iterable[object]) -> Iterable[forms.BaseForm]:
    for objekt in objekter:
        if isinstance(objekt, BaseFormSet):
            yield from objekt.forms
        elif isinstance(objekt, forms.BaseForm):
            yield objekt


def samle_feil(objekter: Iterable[object]) -> list[dict[str, str]]:
    """Return text and target of every error in the given forms and formsets, in the order of the page."""
    funnet: list[dict[str, str]] = []
    alle = list(objekter)
    for objekt in alle:
        if isinstance(objekt, BaseFormSet) and objekt.is_bound:
            funnet += [{"tekst": str(t), "lenke": ""} for t in objekt.non_form_errors()]
    for skjema in _skjemaer(alle):
        if skjema.is_bound:
            funnet += [{"tekst": str(t), "lenke": ""} for t in skjema.non_field_errors()]
            for felt in skjema:
                lenke = "" if felt.is_hidden else feltlenke(felt)
                funnet += [{"tekst": str(t), "lenke": lenke, "navn": str(felt.label)} for t in felt.errors]
    return _skill_like(funnet)


def _skill_like(funnet: list[dict[str, str]]) -> list[dict[str, str]]:
    """Put the name of the field before lines that would read the same."""
    antall = Counter(f["tekst"] for f in funnet)
    for f in funnet:
        if antall[f["tekst"]] > 1 and f.get("navn"):
            f["tekst"] = f"{f['navn']}: {f['tekst']}"
    return funnet


@register.inclusion_tag("komponenter/feiloppsummering.html")
def feiloppsummering(*skjemaer: object) -> dict[str, object]:
    """Show what must be put right before going on; empty when there is nothing. First in main."""
    return {"feil": samle_feil(skjemaer)}


@register.simple_tag
def har_feil(*skjemaer: object) -> bool:
    """Say whether any of the forms has errors (the page title gets the prefix «Feil: »)."""
    return bool(samle_feil(skjemaer))


@register.simple_tag
def felt(bundet: BoundField) -> SafeString:
    """Render a form control with the design system's class, keeping the widget's own."""
    widget = bundet.field.widget
    klasser = [*str(widget.attrs.get("class", "")).split(), "ds-input"]
    attrs: dict[str, str | bool] = {"class": " ".join(dict.fromkeys(klasser))}
    if har_advarsel(bundet.form, bundet.name):
        beskrevet = f"{bundet.aria_describedby or ''} {bundet.auto_id}_advarsel"
        attrs["aria-describedby"] = beskrevet.strip()
    return bundet.as_widget(attrs=attrs)


@register.simple_tag
def feltmerke(bundet: BoundField) -> str:
    """Return «» , «valgfritt» or «maa»: only a form that mixes the two marks its fields (Digdir [D9])."""
    skjema = bundet.form
    if bundet.name in getattr(skjema, "valgfrie", ()):
        return "valgfritt"
    if not getattr(skjema, "merk_felt", True):
        return ""
    synlige = [f.field.required for f in skjema.visible_fields()]
    if all(synlige):
        return ""
    return "maa" if bundet.field.required else "valgfritt"


@register.filter
def har_advarsel(skjema: object, navn: str) -> str:
    """Return the warning the form attached to a field, or an empty text."""
    advarsler: Mapping[str, str] = getattr(skjema, "advarsler", {})
    return advarsler.get(navn, "")


@register.filter
def felttype(bundet: BoundField) -> str:
    """Say which template a control needs: skjult, avkryssing, gruppe, liste or enkel."""
    widget = bundet.field.widget
    if bundet.is_hidden:
        return "skjult"
    if isinstance(widget, forms.CheckboxInput):
        return "avkryssing"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "gruppe"
    return "enkel"
