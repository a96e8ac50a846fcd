"""Words for how fast requests are answered."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from integrering.grunnmur import visning
from regionalt.oppfoelging.rules.svartid import Svartid


def median_i_ord(svartid: Svartid) -> str:
    """Return «4,5 virkedager»; «» without an answer."""
    if svartid.median is None:
        return ""
    antall = 1 if svartid.median == 1 else 2
    return ngettext("%(n)s virkedag", "%(n)s virkedager", antall) % {"n": visning.desimal(svartid.median)}


def andel_i_ord(svartid: Svartid) -> str:
    """Return «9 av 10 innen fristen»."""
    return _("%(i_tide)s av %(alle)s innen fristen") % {
        "i_tide": svartid.i_tide,
        "alle": svartid.besvart,
    }


def svartid_i_ord(svartid: Svartid) -> str:
    """Return a sentence about this year's answers; «» without any."""
    if svartid.median is None:
        return ""
    return _("Svartid i år: median %(median)s, %(andel)s.") % {
        "median": median_i_ord(svartid),
        "andel": andel_i_ord(svartid),
    }
