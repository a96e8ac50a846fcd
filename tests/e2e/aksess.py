"""What every page must hold in a browser: no axe violation, no sideways scrolling of the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = (Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
# Without `preload`, axe does not fetch the stylesheets again for rules that are not asked for. A row or an
# item with the same elements, classes and attributes as three above it is not read once more.
_KJOER = """regler => {
  const form = e => [
    e.className, ...[...e.attributes].map(a => a.name), e.tagName, e.role, e.type,
    [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim()), [...e.children].map(form),
  ];
  const like = [];
  for (const forelder of document.querySelectorAll('tbody, ul, ol')) {
    const sett = new Map();
    for (const barn of forelder.children) {
      const formen = JSON.stringify(form(barn));
      sett.set(formen, (sett.get(formen) || 0) + 1);
      if (sett.get(formen) > 3) like.push(barn);
    }
  }
  return axe.run({include: [document], exclude: like}, {
    runOnly: {type: 'tag', values: regler}, resultTypes: ['violations'], preload: false
  });
}"""
_REGLER = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def brudd(side: Page) -> list[str]:
    """Return axe's violations on the page as short lines (empty: none)."""
    if not side.evaluate("'axe' in window"):
        side.evaluate(AXE)
    svar: dict[str, Any] = side.evaluate(_KJOER, _REGLER)
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
