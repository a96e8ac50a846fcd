"""The addresses of the API: those of a kind are made of `FAKTATYPER`. The contract is docs/openapi.yaml."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.urls import URLPattern, include, path, re_path
from rest_framework.request import Request

from integrering.nir.api.flyttinger import AlleFlyttinger, SvarPaaFlytting
from integrering.nir.api.kodelister import AlleKodelister
from integrering.nir.api.personer import EnPerson, Personer, Personoppslag
from integrering.nir.api.registreringer import Annuller, EnRegistrering, FaktaOmPerson, OverPersoner
from integrering.nir.api.samlet import Samlet
from integrering.nir.api.status import StatusForAlle, StatusForPerson
from integrering.nir.faktatyper import FAKTATYPER, Faktatype
from integrering.tilgang.api.visning import ApiVisning


class Ukjent(ApiVisning):
    """What lies nowhere else: for those with a token it is not there."""

    def get(self, request: Request) -> Any:
        """Say so."""
        raise Http404

    post = put = get


def _om(slag: Faktatype) -> list[URLPattern]:
    person, felles = f"personer/<uuid:noekkel>/{slag.slug}/", {"slag": slag.slug}
    en = f"{person}<uuid:registrering>/"
    adresser = [
        path(person, FaktaOmPerson.as_view(slag=slag), felles, name="api_fakta"),
        path(en, EnRegistrering.as_view(slag=slag), felles, name="api_registrering"),
        path(f"registreringer/{slag.slug}/", OverPersoner.as_view(slag=slag), felles, name="api_alle"),
    ]
    if slag.kan_annulleres:
        adresser.append(path(f"{en}annullering/", Annuller.as_view(slag=slag), felles, name="api_annuller"))
    return adresser


beskrevne: list[URLPattern] = [
    path("personer/", Personer.as_view(), name="api_personer"),
    path("personer/oppslag/", Personoppslag.as_view(), name="api_oppslag"),
    path("personer/<uuid:noekkel>/", EnPerson.as_view(), name="api_person"),
    path("personer/<uuid:noekkel>/status/", StatusForPerson.as_view(), name="api_person_status"),
    path("status/", StatusForAlle.as_view(), name="api_status"),
    path("registreringer/", Samlet.as_view(), name="api_samlet"),
    path("kodelister/", AlleKodelister.as_view(), name="api_kodelister"),
    path("flyttinger/", AlleFlyttinger.as_view(), name="api_flyttinger"),
    path("flyttinger/<int:sak_id>/svar/", SvarPaaFlytting.as_view(), name="api_flytting_svar"),
    *[adresse for slag in FAKTATYPER.values() for adresse in _om(slag)],
]
urlpatterns = [
    path("v1/", include(beskrevne)),
    re_path(r"^", Ukjent.as_view(), name="api_ukjent"),
]
