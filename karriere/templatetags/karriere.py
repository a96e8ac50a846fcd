"""Tags of the career guidance's templates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import template
from django.template import Context

from integrering.grunnmur.kodelister import kodenavn
from karriere.kodeverk import IKKE_TOLK
from karriere.sider import navigasjonen
from karriere.spraak import spraaknavn

register = template.Library()


@register.simple_tag(takes_context=True)
def karrieresider(context: Context) -> list[dict[str, Any]]:
    """Return the pages the reader sees, the one open marked."""
    return navigasjonen(context["request"])


@register.filter
def spraak(kode: str) -> str:
    """Return the name of a language."""
    return spraaknavn(kode)


@register.simple_tag
def spraaknavnene(koder: Sequence[str]) -> str:
    """Return the names of languages, in a row."""
    return ", ".join(spraaknavn(kode) for kode in koder)


@register.filter
def grunn_uten_tolk(kode: str) -> str:
    """Return why there was no qualified interpreter."""
    return kodenavn(IKKE_TOLK, kode)
