"""The navigation the pages of the regional work share."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import template
from django.template import Context
from django.utils.text import capfirst

from integrering.grunnmur import kroner, visning
from regionalt.aarsrapport import Rapporttabell
from regionalt.sider import navigasjonen

register = template.Library()


@register.simple_tag(takes_context=True)
def regionale_sider(context: Context) -> list[list[dict[str, Any]]]:
    """Return the rows of pages the reader sees, the one open marked."""
    return navigasjonen(context["request"])


@register.filter
def er_tall(tabell: Rapporttabell, nr: int) -> bool:
    """Return True when a column of a table holds nothing but whole numbers."""
    return all(isinstance(rad[nr], int) for rad in tabell.rader)


@register.filter
def som_celle(celle: str | int) -> str:
    """Write a number as numbers are written; words as they are."""
    return kroner.tall(celle) if isinstance(celle, int) else celle


@register.filter
def maanedsnavn(dag: date) -> str:
    """Write the month a day lies in: «November 2026»."""
    return capfirst(visning.maaned(dag))
