"""What every page must hold in a browser: no axe violation, no sideways scrolling of the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = (Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
# Without `preload`, axe does not fetch the stylesheets again for rules that are not asked for.
_KJOER = """regler => axe.run(document, {
  runOnly: {type: 'tag', values: regler}, resultTypes: ['violations'], preload: false
})"""
_REGLER = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def brudd(side: Page) -> list[str]:
    """Return axe's violations on the page as short lines (empty: none)."""
    side.evaluate(AXE)
    svar: dict[str, Any] = side.evaluate(
        _KJOER,
        _REGLER,
    )
    return [
        f"{b['id']}: {b['help']} – {', '.join(n['html'][:120] for n in b['nodes'][:3])}"
        for b in svar["violations"]
    ]


def krev_tilgjengelig(side: Page) -> None:
    """Fail with the page's address when axe finds anything, or the page is wider than the window."""
    feil = brudd(side)
    assert not feil, f"{side.url}\n" + "\n".join(feil)
    krev_bredde(side)


def krev_bredde(side: Page) -> None:
    """Fail when the page is wider than the window (WCAG 1.4.10: no sideways scrolling at 320 px)."""
    bredde = side.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert bredde[0] <= bredde[1], f"{side.url}: siden er {bredde[0]} px bred i et vindu på {bredde[1]}"
