"""From a cell of the registration status, or a fact that is not known, to the form that mends it."""

from __future__ import annotations

from uuid import UUID

from django.urls import reverse

from integrering.nir.actions.roller import kan_lese
from integrering.nir.faktatyper import FAKTATYPER, Faktatype
from integrering.nir.rules.funn import Statusgrunn
from integrering.nir.rules.grunnlag import Felt
from integrering.nir.rules.registreringer import Registrering
from integrering.nir.rules.status import Celle, Tilstand
from integrering.nir.views.felles import person_url
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle

_R, _F = Registrering, Felt
_SLAG = {
    _R.VEDTAK_INTRO: "vedtak-introduksjonsprogram",
    _R.OPPSTART_INTRO: "vedtak-introduksjonsprogram",
    _R.TILTAK_FRAVAER: "tiltak",
    _R.VEDTAK_NORSK: "vedtak",
    _R.OPPSTART_NORSK: "vedtak",
    _R.TIMER_NORSK: "timer",
    _R.TIMER_SAMF: "timer",
    _R.FULLTID_VGO: "fulltid-videregaaende",
}
# Facts by the kind that holds them; where there is no kind, nobody registers the fact.
_FELT = {
    **dict.fromkeys((_F.FOEDT, _F.STATSBORGERSKAP, _F.TILLATELSE, _F.TILLATELSE_DATO), "opplysninger"),
    **dict.fromkeys((_F.PAR9_FRA, _F.FOERSTE_FORNYELSE, _F.VEDTAK_KAP_6A), "tidligere-tillatelse"),
    **dict.fromkeys((_F.ANKOMST, _F.BOSATT, _F.ETTER_AVTALE, _F.ARBEID_TIMER), "bosetting"),
    **dict.fromkeys((_F.FAMILIEINNVANDRING, _F.BARN_UNDER_18), "familieforhold"),
    **dict.fromkeys((_F.HAR_VGS, _F.FULLFOERT_GRUNNSKOLE), "utdanningsbakgrunn"),
    **dict.fromkeys((_F.VEDTAK_INTRO, _F.OPPSTART_INTRO), "vedtak-introduksjonsprogram"),
    **dict.fromkeys((_F.VEDTAK_NORSK, _F.OPPSTART_NORSK), "vedtak"),
    **dict.fromkeys((_F.KRAV_INTRO, _F.KRAV_NORSK), "krav"),
    **dict.fromkeys((_F.TILBUD_OPPSTART_INTRO, _F.TILBUD_OPPSTART_NORSK), "tilbud"),
    _F.FOLKEREGISTRERT: "bosted",
    _F.KARTLAGT_FOER_BOSETTING: "kompetansekartlegging",
    _F.AVSLUTTET_INTRO: "avslutning",
    _F.PLAN: "integreringsplan",
    _F.SLUTTMAAL: "sluttmaal",
    _F.FYLKETS_ANSVAR: "fulltid-videregaaende",
}


def slag_for(hva: Registrering, celle: Celle | None = None) -> Faktatype:
    """Return the kind an item is registered as; for a cell: the kind of what it asks for."""
    if celle and celle.grunn == Statusgrunn.FRAVAER_UAVKLART:
        return FAKTATYPER["fravaer"]
    return FAKTATYPER[_SLAG.get(hva, hva.value)]


def slag_med(felt: Felt) -> Faktatype | None:
    """Return the kind that holds a fact; None for what cannot be registered."""
    return FAKTATYPER.get(_FELT.get(felt, ""))


def ukjente(celle: Celle) -> list[Felt]:
    """Return the facts it takes to decide a cell."""
    koder = celle.grunn.split() if celle.tilstand is Tilstand.UKJENT else []
    return [Felt(kode) for kode in koder if kode in set(Felt)]


def kan_vises(av: Aktoer, hva: Registrering) -> bool:
    """Return True when the item is open to the role: a cell tells as much as what it is made of."""
    intropermisjon = hva is _R.PERMISJON and av.har(Rolle.KOMMUNE_VOKSENOPPLAERING)
    return kan_lese(av, slag_for(hva)) and not intropermisjon


def celle_url(noekkel: UUID, hva: Registrering, celle: Celle) -> str:
    """Return where a cell leads: to the form for what lacks or is unknown, else to what is registered."""
    slag = slag_for(hva, celle)
    if celle.gjenstaar and celle.registrering:
        return reverse("fakta_rett", args=[noekkel, slag.slug, celle.registrering])
    if celle.gjenstaar:
        return reverse("fakta_ny", args=[noekkel, slag.slug])
    trengs = next((url for felt in ukjente(celle) if (url := felt_url(noekkel, felt))), "")
    return trengs or kort_url(noekkel, slag)


def felt_url(noekkel: UUID, felt: Felt) -> str:
    """Return where a fact is registered; nothing when nobody can."""
    slag = slag_med(felt)
    if slag is None:
        return ""
    # there is one set of details: it is corrected, from its card
    return (
        kort_url(noekkel, slag) if not slag.kan_annulleres else reverse("fakta_ny", args=[noekkel, slag.slug])
    )


def kort_url(noekkel: UUID, slag: Faktatype) -> str:
    """Return the card of a kind on the person's pages."""
    return f"{person_url(noekkel, slag)}#kort-{slag.slug}"
