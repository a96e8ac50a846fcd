"""The PDF of one person: all registrations with both clocks. PDF/UA, set as letters are."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.nir.models import Person
from integrering.rapporter.pakke.innhold import Versjon
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.brev.trykk import sett


@cache
def _oppsett() -> bytes:
    return files("integrering.rapporter").joinpath("oppsett", "dokumentasjon.typ").read_bytes()


def lag(person: Person, versjoner: Sequence[Versjon], *, laget: datetime, av: Aktoer) -> bytes:
    """Return the PDF.

    Raises:
        Regelbrudd: there is a sign in it that the fonts do not have.
    """
    inndata = json.dumps(_inndata(person, versjoner, laget, av), ensure_ascii=False, sort_keys=True)
    return sett(_oppsett(), {"ark": inndata}, _dagen(laget))


def _dagen(instant: datetime) -> date:
    return timezone.localtime(instant).date()


def _inndata(person: Person, versjoner: Sequence[Versjon], laget: datetime, av: Aktoer) -> dict[str, Any]:
    return {
        "spraak": get_language() or "nb",
        "tittel": _("Registreringer om %(navn)s") % {"navn": person.navn},
        "avsender": av.virksomhet_navn,
        "merker": [
            [_("DUF-nummer"), person.duf_skrevet],
            [_("Fødselsdato"), visning.dato(person.foedselsdato)],
            [_("Kommune"), str(person.kommune or "")],
            [_("Tatt ut"), visning.tidspunkt(laget)],
            [_("Tatt ut av"), f"{av.navn}, {av.virksomhet_navn}"],
        ],
        "om": _(
            "Alle registreringer i systemet om personen, også de som er rettet eller annullert. "
            "«Registrert» og "
            "«erstattet» er tidspunktene systemet satte."
        ),
        "tomt": _("Ingenting er registrert."),
        "ord": {"side": _("Side"), "av": _("av"), "hjemmel": _("Hjemmel")},
        "deler": [
            {
                "navn": del_,
                "slag": [_slag(list(av_slaget)) for _navn, av_slaget in groupby(alle, lambda v: v.slag)],
            }
            for del_, alle in groupby(versjoner, lambda v: v.del_)
        ],
    }


def _slag(versjoner: Sequence[Versjon]) -> dict[str, Any]:
    return {
        "navn": versjoner[0].slag,
        "hjemmel": versjoner[0].hjemmel,
        "versjoner": [{"tilstand": v.tilstand, "linjer": [*v.linjer, *_klokker(v)]} for v in versjoner],
    }


def _klokker(versjon: Versjon) -> list[tuple[str, str]]:
    linjer = [
        (
            _("Registrert"),
            _("%(tid)s av %(navn)s, %(virksomhet)s")
            % {
                "tid": visning.tidspunkt(versjon.registrert), "navn": versjon.hvem,
                "virksomhet": versjon.virksomhet,
            },
        )
    ]  # fmt: skip
    if versjon.erstattet:
        linjer.append((_("Erstattet"), visning.tidspunkt(versjon.erstattet)))
    if versjon.aarsak:
        linjer.append((_("Årsak til rettelsen"), versjon.aarsak))
    return linjer
