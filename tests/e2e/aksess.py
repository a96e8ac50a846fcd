"""What every page must hold in a browser: no axe violation, no sideways scrolling of the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = (Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
# Without `preload`, axe does not fetch the stylesheets again for rules that are not asked for. Of rows and
# choices of one shape (tags, classes, attributes; with words or without) it reads the first two of each list;
# the others are put back where they were.
_KJOER = """async regler => {
  if (typeof axe === 'undefined') return null;
  const fritt = new Set(['value', 'href', 'id', 'for', 'name', 'title', 'datetime', 'selected']);
  const form = e => [
    e.tagName, e.textContent.trim() !== '', e.hidden,
    ...[...e.attributes].map(a => fritt.has(a.name) ? `${a.name}:${a.value !== ''}` : `${a.name}=${a.value}`),
    '(', ...[...e.children].map(form), ')',
  ].join(' ');
  const ute = [];
  for (const liste of document.querySelectorAll('tbody, select, optgroup, datalist, ul, ol')) {
    const antall = new Map();
    for (const del of [...liste.children]) {
      const f = form(del);
      antall.set(f, (antall.get(f) || 0) + 1);
      if (antall.get(f) > 2) {
        ute.push([liste, del, del.nextSibling]);
        del.remove();
      }
    }
  }
  try {
    return (await axe.run(document, {
      runOnly: {type: 'tag', values: regler}, resultTypes: ['violations'], preload: false
    })).violations;
  } finally {
    for (const [liste, del, foer] of ute.reverse()) liste.insertBefore(del, foer);
  }
}"""
_REGLER = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def brudd(side: Page) -> list[str]:
    """Return axe's violations on the page as short lines (empty: none)."""
    funnet: list[dict[str, Any]] | None = side.evaluate(_KJOER, _REGLER)
    if funnet is None:
        side.evaluate(AXE)
        funnet = side.evaluate(_KJOER, _REGLER)
    return [
        f"{b['id']}: {b['help']} – {', '.join(n['html'][:120] for n in b['nodes'][:3])}" for b in funnet or ()
    ]


def ha_med_axe(side: Page) -> None:
    """Let each page of this visitor come with axe: cheaper than to hand it over again and again."""
    side.context.add_init_script(AXE)


def krev_tilgjengelig(side: Page) -> None:
    """Fail with the page's address when axe finds anything, or the page is wider than the window."""
    feil = brudd(side)
    assert not feil, f"{side.url}\n" + "\n".join(feil)
    krev_bredde(side)


def krev_bredde(side: Page) -> None:
    """Fail when the page is wider than the window (WCAG 1.4.10: no sideways scrolling at 320 px)."""
    bredde = side.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert bredde[0] <= bredde[1], f"{side.url}: siden er {bredde[0]} px bred i et vindu på {bredde[1]}"
