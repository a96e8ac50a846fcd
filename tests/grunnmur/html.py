"""Strict reading of HTML in tests."""

from xml.etree.ElementTree import Element

import html5lib


def fragment(html: str) -> Element:
    """Parse a piece of a page; raises on the smallest error in the markup."""
    leser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    rot = leser.parseFragment(html, container="div")
    assert isinstance(rot, Element)
    return rot


def side(html: str) -> Element:
    """Parse a whole page; raises on the smallest error in the markup."""
    leser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    rot = leser.parse(html)
    assert isinstance(rot, Element)
    return rot


def tekst(element: Element | None) -> str:
    """Return what a person reads, with single spaces."""
    assert element is not None
    return " ".join("".join(element.itertext()).split())


def med_id(rot: Element, ident: str) -> Element:
    """Return the element with this id; there is exactly one."""
    [funnet] = [e for e in rot.iter() if e.get("id") == ident]
    return funnet
