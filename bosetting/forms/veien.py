"""The forms of a round's way: sent back, revised; and the reason of a number."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bosetting.forms.runde import InnsendtSkjema, tall
from bosetting.models import Anbefaling
from regionalt.forms.registerrad import avsnitt


class TilbakeSkjema(InnsendtSkjema):
    """Why a recommendation goes back."""

    knapp = _("Send tilbake")
    grunn = avsnitt(_("Hva må endres?"), mest=500)


class RevisjonSkjema(InnsendtSkjema):
    """The new frame."""

    knapp = _("Lag en revidert runde")
    ramme = tall(_("Ny ramme for fylket"), 100_000, required=True)
    em_ramme = tall(_("Enslige mindreårige i rammen"), required=True)
    rammekilde = forms.CharField(label=_("Kilde for rammen"), max_length=200)


class BegrunnelseSkjema(InnsendtSkjema):
    """Why a municipality gets its number."""

    knapp = _("Lagre begrunnelsen")
    # the page says when it must be there
    merk_felt = False
    begrunnelse = avsnitt(
        _("Begrunnelse"), rader=5, required=False,
        help_text=_("Står i brevene. Ikke opplysninger om enkeltpersoner."),
    )  # fmt: skip


def begrunnelsesverdier(a: Anbefaling) -> dict[str, Any]:
    """Return the reason as the form shows it."""
    return {"versjon": a.versjon, "begrunnelse": a.begrunnelse}
