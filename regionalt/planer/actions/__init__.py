"""Every change of the plans."""

from regionalt.planer.actions.gang import (
    Hoeringsdata,
    Vedtaksdata,
    flytt,
    ny_versjon,
    send_paa_hoering,
    vedta,
)
from regionalt.planer.actions.hoering import bruk_svar, skriv_inn_svar, svar
from regionalt.planer.actions.kunnskap import (
    Behovsdata,
    Tilbudsdata,
    endre_kunnskap,
    nytt_behov,
    nytt_tilbud,
)
from regionalt.planer.actions.plan import Maaldata, Plandata, endre_maal, endre_plan, ny_plan, nytt_maal
from regionalt.planer.actions.tiltak import (
    Statusdata,
    Tiltaksdata,
    endre_tiltak,
    ny_status,
    nytt_tiltak,
)
from regionalt.planer.actions.utgivelse import gi_ut_igjen

__all__ = [
    "Behovsdata",
    "Hoeringsdata",
    "Maaldata",
    "Plandata",
    "Statusdata",
    "Tilbudsdata",
    "Tiltaksdata",
    "Vedtaksdata",
    "bruk_svar",
    "endre_kunnskap",
    "endre_maal",
    "endre_plan",
    "endre_tiltak",
    "flytt",
    "gi_ut_igjen",
    "ny_plan",
    "ny_status",
    "ny_versjon",
    "nytt_behov",
    "nytt_maal",
    "nytt_tilbud",
    "nytt_tiltak",
    "send_paa_hoering",
    "skriv_inn_svar",
    "svar",
    "vedta",
]
