"""Axe sees what is wrong, also when most of a long table is passed over."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.e2e.aksess import brudd

_RAD = '<tr><th scope="row">Aasprøve</th><td><a href="#x">Åpne</a></td></tr>'
_UTEN_NAVN = '<tr><th scope="row">Aasprøve</th><td><a href="#x"></a></td></tr>'
_SVAK = '<tr><th scope="row">Aasprøve</th><td><a href="#x" style="color: #ddd">Åpne</a></td></tr>'


@pytest.mark.parametrize(
    ("rader", "regler"),
    [
        (_RAD * 20, []),
        (_RAD * 10 + _UTEN_NAVN + _RAD * 9, ["link-name"]),
        (_RAD * 10 + _SVAK, ["color-contrast"]),
        (_SVAK * 20, ["color-contrast"]),
    ],
    ids=["uten feil", "en lenke uten navn", "en svak lenke", "alle er svake"],
)
def test_den_ene_raden_som_er_annerledes_leses(
    ny_side: Callable[..., Page], rader: str, regler: list[str]
) -> None:
    side = ny_side()
    side.set_content(
        '<!doctype html><html lang="nb"><head><title>Personer</title></head><body style="background: #fff">'
        "<main><h1>Personer</h1><table><caption>Alle</caption>"
        '<thead><tr><th scope="col">Navn</th><th scope="col">Valg</th></tr></thead>'
        f"<tbody>{rader}</tbody></table></main></body></html>"
    )
    assert [linje.partition(":")[0] for linje in brudd(side)] == regler
