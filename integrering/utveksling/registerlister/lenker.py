"""Where a difference is put right here: the form of the registration it is about."""

from __future__ import annotations

from django.urls import reverse

from integrering.nir.faktatyper import FAKTATYPER
from integrering.nir.views.felles import person_url
from integrering.utveksling.registerlister.models import Feltsammenligning
from integrering.utveksling.registerlister.rules.felt import Felt, Utfall

_SLAG = {
    Felt.NAVN: "opplysninger",
    Felt.FOEDSELSDATO: "opplysninger",
    Felt.SLUTTMAAL: "sluttmaal",
    Felt.VEDTAK_INTRO: "vedtak-introduksjonsprogram",
    Felt.START_INTRO: "vedtak-introduksjonsprogram",
    Felt.VEDTAK_NORSK: "vedtak",
    Felt.AVSLUTNINGSAARSAK: "avslutning",
    Felt.AVSLUTNINGSDATO: "avslutning",
}


def rett_hos_oss(rad: Feltsammenligning) -> str:
    """Return the address: a new registration when we have none, else where the registration stands.

    Empty when there is nobody here to register it for.
    """
    person, felt = rad.rad.person, Felt(rad.felt)
    if person is None:
        return reverse("person_ny") if felt is Felt.PERSON else ""
    if felt is Felt.KOMMUNE:
        return reverse("person_flytting", args=[person.noekkel])
    slug = _SLAG.get(felt)
    if slug is None:
        return reverse("person", args=[person.noekkel])
    if rad.utfall == Utfall.BARE_REGISTER:
        return reverse("fakta_ny", args=[person.noekkel, slug])
    return person_url(person.noekkel, FAKTATYPER[slug])
