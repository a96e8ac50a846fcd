"""What is missing, in words: on pages and in the message to the municipality."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.grunnmur.kvartal import Kvartal
from integrering.lister import Status
from opplaering import meldingstekster
from opplaering.rules.avstemming import Avvik

STEG = {"sendt": "info", "aapnet": "neutral", "kvittert": "success"}


def mangler(grunner: Sequence[str]) -> str:
    """Return what is missing or differs: «vedtak, sluttdato»."""
    return meldingstekster.avvik([kode for kode in Avvik if kode in grunner])


def paaminnelse(steg: str | None) -> Status | None:
    """Return how far the last reminder has come; None where there is none."""
    if not steg:
        return None
    ord_ = {"sendt": _("Sendt"), "aapnet": _("Åpnet"), "kvittert": _("Kvittert")}
    return Status(ord_[steg], STEG[steg])


def _ber_om(grunner: Iterable[str]) -> list[str]:
    ord_ = {
        Avvik.VEDTAK: _("Vedtak om opplæring i norsk og samfunnskunnskap er ikke registrert."),
        Avvik.PERIODE: _("Perioden på fulltid videregående er ikke registrert."),
        Avvik.SLUTTDATO: _("Perioden på fulltid videregående mangler sluttdato."),
        Avvik.FRA: _("Startdatoen er en annen hos skolen."),
        Avvik.TIL: _("Sluttdatoen er en annen hos skolen."),
        Avvik.TIMER: _("Timene per uke er andre hos skolen."),
        Avvik.FULLTID: _("Skolen har ikke perioden som fulltid."),
    }
    valgt = set(grunner)
    return [tekst for kode, tekst in ord_.items() if kode in valgt]


def tittel() -> str:
    """Return the title of the message."""
    return _("Registrering som mangler for tilskudd")


def melding(grunner: Iterable[str], skolegang: Sequence[Any], tidligst: Kvartal) -> str:
    """Return the message to the municipality, in the language in use; never a name or a number.

    Args:
        skolegang: rows with `fra` and `til`, as the school knows the person's periods.
        tidligst: the first quarter that can pay, if it is registered today.
    """
    linjer = [_("Vi mangler dette i registeret for at tilskuddet skal bli utbetalt:")]
    linjer += [f"– {tekst}" for tekst in _ber_om(grunner)]
    perioder = [visning.periode(rad.fra, rad.til) for rad in skolegang if rad.fra]
    if perioder:
        linjer += ["", _("Skolen har registrert: %(perioder)s.") % {"perioder": ", ".join(perioder)}]
    else:
        linjer += [
            "",
            _(
                "Vi har ikke registrert personen på en skole. Går personen ikke i videregående, "
                "skriv det i svaret."
            ),
        ]
    linjer += [
        "",
        _("Blir det registrert nå, kan tilskuddet tidligst bli utbetalt i %(kvartal)s.")
        % {"kvartal": visning.kvartal(tidligst)},
        _("Kvitter når det er gjort, eller svar her om noe ikke stemmer."),
    ]
    return "\n".join(linjer)
