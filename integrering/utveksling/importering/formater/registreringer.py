"""A kind of file for each kind of registration that has none of its own, made from its declaration."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.db import models
from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from psycopg.sql import SQL, Composable, Identifier, Literal

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.nir.faktatyper import BOSTED, FAKTATYPER, GRUPPENAVN, OPPLYSNINGER, VGO, Faktatype
from integrering.nir.models.felt import Koderfelt, Spraakfelt, Timefelt
from integrering.nir.rules.kontroll import DATOPAR
from integrering.utveksling.importering.format import Format
from integrering.utveksling.importering.formater.felles import ROLLER
from integrering.utveksling.importering.kodekolonner import Listekode, Maaned, Sjekkliste, Spraakkode
from integrering.utveksling.importering.kolonner import Dato, Desimaltall, Duf, Heltall, JaNei, Kode, Kolonne
from integrering.utveksling.importering.staging import personfeil, regler
from integrering.utveksling.importering.versjoner import Versjoner

# These have their own modules; kinds with `faste` share the tables of `vedtak` and `stans`, whose files take
# `ordning`.
_EGNE_FILER = (OPPLYSNINGER, BOSTED, VGO)
# Kinds whose values must hang together (nir's `rules/sammenheng`): a file of `sql/` each.
_SAMMENHENG = ("norskmaal", "klage", "fritak", "proeve")
SLAG = tuple(s for s in FAKTATYPER.values() if s not in _EGNE_FILER and not s.faste)


def format_for(slag: Faktatype) -> Format:
    """Return the kind of file that carries registrations of this kind."""
    return Format(
        navn=slag.slug,
        tittel=_tittel(slag),
        beskrivelse=_beskrivelse(slag),
        kolonner=(Duf(), *(_kolonne(slag.felt(navn)) for navn in slag.felter)),
        regler=tuple(_regler(slag)),
        loep=Versjoner(
            tabell=slag.modell._meta.db_table,
            verdier=slag.felter,
            start=slag.unike,
            start_felt=slag.unike[-1],
        ),
        roller=ROLLER,
        gruppe=GRUPPENAVN[slag.gruppe],
    )


def _beskriv(slag: Faktatype) -> str:
    """Return what is in the file: the columns as the forms name them."""
    navn = ", ".join(str(slag.felt(felt).verbose_name) for felt in slag.felter)
    return _("%(kolonner)s. Personene må være registrert først.") % {"kolonner": capfirst(navn)}


_tittel: Callable[[Faktatype], Any] = lazy(lambda slag: capfirst(str(slag)), str)
_beskrivelse: Callable[[Faktatype], Any] = lazy(_beskriv, str)


# --- Columns ---


def _kolonne(felt: Any) -> Kolonne:
    lag = next(lag for klasse, lag in _KOLONNER if isinstance(felt, klasse))
    return lag(felt, {"navn": felt.name, "paakrevd": not felt.blank})


def _dato(felt: Any, felles: dict[str, Any]) -> Kolonne:
    return Maaned(**felles) if felt.name == "maaned" else Dato(**felles)


def _heltall(felt: Any, felles: dict[str, Any]) -> Kolonne:
    minst, hoeyst = _omraade(felt)
    return Heltall(**felles, minst=minst, hoeyst=hoeyst)


def _omraade(felt: Any) -> tuple[int, int]:
    """Return the lowest and highest value that the table's constraint (`mellom`) takes."""
    [vilkaar] = [
        k.condition for k in felt.model._meta.constraints if k.name.endswith(f"_{felt.name}_omraade")
    ]
    grenser = dict(_blader(vilkaar))
    return grenser[f"{felt.name}__gte"], grenser[f"{felt.name}__lte"]


def _blader(vilkaar: Any) -> Iterator[tuple[str, Any]]:
    for del_ in vilkaar.children:
        if isinstance(del_, models.Q):
            yield from _blader(del_)
        else:
            yield del_


# The more special first.
_KOLONNER: tuple[tuple[type[Any], Callable[[Any, dict[str, Any]], Kolonne]], ...] = (
    (Kodekolonne, lambda felt, felles: Listekode(**felles, liste=felt.liste)),
    (Koderfelt, lambda felt, felles: Sjekkliste(**felles, liste=felt.liste)),
    (Spraakfelt, lambda _felt, felles: Spraakkode(**felles)),
    (Timefelt, lambda felt, felles: Desimaltall(**felles, hoeyst=felt.mest, ogsaa_null=True)),
    (models.DateField, _dato),
    (models.BooleanField, lambda _felt, felles: JaNei(**felles)),
    (models.PositiveSmallIntegerField, _heltall),
    (models.CharField, lambda felt, felles: Kode(**felles, koder=tuple(kode for kode, _n in felt.choices))),
)


# --- Rules ---


def _regler(slag: Faktatype) -> Iterator[Composable]:
    """Yield what the web refuses as well (nir's `actions/kontroll`), so that no row falls in the table."""
    yield personfeil(slag.startfelt)
    datoer = [navn for navn in slag.felter if isinstance(slag.felt(navn), models.DateField)]
    for dato in datoer:
        if dato != slag.startfelt:
            yield _feil(dato, "foer_foedsel", SQL("{} < foedt").format(Identifier(dato)))
    for dato in slag.fortid:
        yield _feil(dato, "i_framtiden", SQL("{} > %(i_dag)s").format(Identifier(dato)))
    for foerst, saa in DATOPAR:
        if foerst in datoer and saa in datoer:
            yield _feil(
                saa,
                "foer_annen_dato",
                SQL("{} < {}").format(Identifier(saa), Identifier(foerst)),
                SQL("{} || {}").format(Literal(f"{foerst} "), Identifier(f"raa_{foerst}")),
            )
    if slag.slug in _SAMMENHENG:
        yield from regler(slag.slug)


def _feil(dato: str, kode: str, naar: Composable, mer: Composable | None = None) -> Composable:
    return SQL("SELECT linje, {}, {}, {}, {}, false FROM utv_rad WHERE {}").format(
        Literal(dato), Literal(kode), Identifier(f"raa_{dato}"), mer or Literal(""), naar
    )


FORMATER = tuple(format_for(slag) for slag in SLAG)
