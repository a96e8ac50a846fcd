"""The e-mail of a digest: counts and links, the subject without names, and a way out for each kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.tilgang import epost
from integrering.tilgang.models import Rolletildeling, Utsending
from integrering.utveksling.varsler.models import Varsel
from integrering.utveksling.varsler.register import finn_kilde

SLAG = "varsel"
_SALT = "varsler.avmeld"


@dataclass(frozen=True)
class Avmelding:
    """What a link out says: whose, in which role, of what. Signed, so that nobody makes one for others."""

    bruker_id: int
    tildeling_id: int
    kode: str

    def merke(self) -> str:
        """Return the signed text of the address."""
        return signing.dumps([self.bruker_id, self.tildeling_id, self.kode], salt=_SALT)


def les_merke(merke: str) -> Avmelding | None:
    """Return what a link says, or None when it is not ours."""
    try:
        bruker_id, tildeling_id, kode = signing.loads(merke, salt=_SALT)
    except (signing.BadSignature, ValueError):
        return None
    return Avmelding(bruker_id, tildeling_id, kode)


def lag_brev(utsending: Utsending) -> epost.Brev | None:
    """Make the e-mail of a digest; none of a day that is past, for the next one says the same."""
    varsel = Varsel.objects.filter(pk=utsending.gjelder).first() if utsending.gjelder else None
    if varsel is None or varsel.dato != timezone.localdate():
        return None
    tildelinger = {
        t.pk: t
        for t in Rolletildeling.objects.filter(pk__in=varsel.roller).select_related("virksomhet", "bruker")
    }
    roller = [
        {
            "tildeling": tildelinger[r["rolle"]],
            "linjer": [_linje(varsel, r["rolle"], li) for li in r["linjer"]],
        }
        for r in varsel.innhold
        if r["linjer"] and r["rolle"] in tildelinger
    ]
    innstillinger = epost.adresse(reverse("varsler"))
    return epost.Brev(
        _("Nytt i Integrering"),
        "varsler/epost.txt",
        {"roller": roller, "flere_roller": len(roller) > 1, "innstillinger": innstillinger},
        {"List-Unsubscribe": f"<{innstillinger}>"},
    )


def _linje(varsel: Varsel, tildeling_id: int, linje: dict[str, Any]) -> dict[str, Any]:
    kilde = finn_kilde(linje["kode"])
    avmelding = Avmelding(varsel.bruker_id, tildeling_id, linje["kode"])
    sporring = f"?{kilde.sporring}" if kilde and kilde.sporring else ""
    return {
        **linje,
        "tekst": kilde.tekst if kilde else linje["kode"],
        "lenke": epost.adresse(reverse(kilde.urlnavn) + sporring) if kilde else "",
        "avmeld": epost.adresse(reverse("varsler_avmeld", args=[avmelding.merke()])),
    }
