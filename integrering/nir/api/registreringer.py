"""Registrations of each kind: read, register, correct, annul. The same deeds and checks as the pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.response import Response

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir import actions
from integrering.nir.api.felles import (
    ANTALL,
    ETTER,
    IF_MATCH,
    NOEKKEL,
    REGISTRERING,
    antall_i,
    del_i_sider,
    etag,
    gyldig,
    koder_i,
    les_sted,
    med_feltnavn,
    person_for,
    sett_versjon,
)
from integrering.nir.api.serialisering import (
    Annullering,
    liste_for,
    ny_for,
    registrering_for,
    retting_for,
)
from integrering.nir.innsynssteder import API_UTTREKK
from integrering.nir.models import Person
from integrering.tilgang.actions import registrer_innsyn_i_mange
from integrering.tilgang.api.feil import ApiFeil
from integrering.tilgang.api.visning import ApiVisning, Operasjon, Parameter, leser, skriver

# What a change may take from its beginning to its commit: the longest job.
ETTERSLEP = timedelta(minutes=30)
ENDRET_SIDEN = Parameter(
    "endret_siden",
    "Tidspunkt med tidssone, for eksempel 2026-09-01T06:00:00Z. Gir det som er registrert, rettet og"
    " annullert etter det. Uten gir listen det som gjelder nå.",
    type_=datetime,
)


class _OmSlag(ApiVisning):
    """Base of the addresses of one kind."""

    slag: Any = None  # a Faktatype, given by the address

    @property
    def _navn(self) -> str:
        return str(self.slag.slug).replace("-", "_")

    def rader(self) -> QuerySet[Any]:
        """Return the open versions of the kind, annulled ones too, with what is told of them."""
        fremmede = [n for n in self.slag.felter if self.slag.felt(n).is_relation]
        aapne: QuerySet[Any] = self.slag.rader.filter(erstattet__isnull=True).select_related(
            "person", "registrert_av", "virksomhet", *fremmede
        )
        return aapne

    def vis(self, rad: ToKlokker) -> dict[str, Any]:
        """Return a registration as it is answered."""
        vist: dict[str, Any] = registrering_for(self.slag)(rad).data
        return vist

    def finn(self, person: Person, registrering: UUID) -> Any:
        """Return the open version of a registration. Raises Http404."""
        rad = self.rader().filter(person=person, registrering_id=registrering).first()
        if rad is None:
            raise Http404
        return rad

    @contextmanager
    def sier_hva_som_gjelder(self, person: Person, registrering: UUID) -> Iterator[None]:
        """Change a registration in the block; when somebody else did first, tell how it stands now (412)."""
        try:
            with med_feltnavn(self.slag):
                yield
        except actions.Konflikt as konflikt:
            naa = self.finn(person, registrering)
            raise ApiFeil(412, "utdatert", hoder=etag(naa), naa=self.vis(naa)) from konflikt


class FaktaOmPerson(_OmSlag):
    """A person's registrations of a kind."""

    def operasjon(self, metode: str) -> Operasjon:
        """Describe it."""
        hva, en = self.slag.navn, registrering_for(self.slag)
        if metode == "get":
            return Operasjon(
                f"{self._navn}_liste", f"Les {hva} om en person.", {200: liste_for(self.slag)},
                parametre=(NOEKKEL,), nei=(404,),
            )  # fmt: skip
        return Operasjon(
            f"{self._navn}_ny", f"Registrer {hva} ({self.slag.hjemmel}).", {201: en}, inn=ny_for(self.slag),
            parametre=(NOEKKEL,), nei=(404,), hoder=("ETag", "Location"),
        )  # fmt: skip

    @leser
    def get(self, request: Request, /, noekkel: UUID, **_mer: Any) -> Response:
        """Return those that hold now, the latest first."""
        person = person_for(noekkel, self.av)
        rader = self.rader().filter(person=person, annullert=False).order_by(f"-{self.slag.startfelt}", "-pk")
        return Response({"registreringer": [self.vis(rad) for rad in rader]})

    @skriver
    def post(self, request: Request, /, noekkel: UUID, **_mer: Any) -> Response:
        """Register a new one."""
        person = person_for(noekkel, self.av)
        verdier = gyldig(ny_for(self.slag), request.data)["verdier"]
        with med_feltnavn(self.slag):
            rad = actions.registrer(slag=self.slag, person=person, verdier=verdier, av=self.av)
        hoder = {**etag(rad), "Location": self._adresse(person, rad)}
        return Response(self.vis(rad), status=201, headers=hoder)

    def _adresse(self, person: Person, rad: ToKlokker) -> str:
        hvor = {"noekkel": person.noekkel, "slag": self.slag.slug, "registrering": rad.registrering_id}
        return reverse("api_registrering", kwargs=hvor)


class EnRegistrering(_OmSlag):
    """One registration: read, correct."""

    def operasjon(self, metode: str) -> Operasjon:
        """Describe it."""
        felles: dict[str, Any] = {"svar": {200: registrering_for(self.slag)}, "hoder": ("ETag",)}
        if metode == "get":
            return Operasjon(
                f"{self._navn}_les", f"Les {self.slag.navn}.", parametre=(NOEKKEL, REGISTRERING), nei=(404,),
                **felles,
            )  # fmt: skip
        return Operasjon(
            f"{self._navn}_rett", f"Rett {self.slag.navn}. Send alle verdiene, og hvorfor.",
            inn=retting_for(self.slag), parametre=(NOEKKEL, REGISTRERING, IF_MATCH), nei=(404, 412, 428),
            **felles,
        )  # fmt: skip

    @leser
    def get(self, request: Request, /, noekkel: UUID, registrering: UUID, **_mer: Any) -> Response:
        """Return its open version; one that is annulled says so."""
        rad = self.finn(person_for(noekkel, self.av), registrering)
        return Response(self.vis(rad), headers=etag(rad))

    @skriver
    def put(self, request: Request, /, noekkel: UUID, registrering: UUID, **_mer: Any) -> Response:
        """Correct it."""
        person, sett = person_for(noekkel, self.av), sett_versjon(request)
        naa = self.finn(person, registrering)
        inn = gyldig(retting_for(self.slag), request.data, koder=koder_i(self.slag, naa))
        # what the API does not have, stays
        verdier = {felt: getattr(naa, felt) for felt in self.slag.felter} | inn["verdier"]
        with self.sier_hva_som_gjelder(person, registrering):
            rad = actions.rett(
                slag=self.slag, person=person, registrering=registrering, sett=sett, verdier=verdier,
                aarsak=inn["aarsak"], av=self.av,
            )  # fmt: skip
        return Response(self.vis(rad), headers=etag(rad))


class Annuller(_OmSlag):
    """Say that a registration was wrong."""

    def operasjon(self, metode: str) -> Operasjon:
        """Describe it."""
        return Operasjon(
            f"{self._navn}_annuller", f"Annuller {self.slag.navn}: den skulle aldri vært registrert.",
            {200: registrering_for(self.slag)}, inn=Annullering,
            parametre=(NOEKKEL, REGISTRERING, IF_MATCH), nei=(404, 412, 428), hoder=("ETag",),
        )  # fmt: skip

    @skriver
    def post(self, request: Request, /, noekkel: UUID, registrering: UUID, **_mer: Any) -> Response:
        """Annul it; its versions stay."""
        person, sett = person_for(noekkel, self.av), sett_versjon(request)
        self.finn(person, registrering)
        inn = gyldig(Annullering, request.data)
        with self.sier_hva_som_gjelder(person, registrering):
            rad = actions.annuller(
                slag=self.slag, person=person, registrering=registrering, sett=sett, aarsak=inn["aarsak"],
                av=self.av,
            )  # fmt: skip
        return Response(self.vis(rad), headers=etag(rad))


class OverPersoner(_OmSlag):
    """The registrations of a kind about all persons of the municipality."""

    def operasjon(self, metode: str) -> Operasjon:
        """Describe it."""
        return Operasjon(
            f"{self._navn}_alle", f"Les {self.slag.navn} om alle kommunens personer.",
            {200: liste_for(self.slag, over_personer=True)}, parametre=(ENDRET_SIDEN, ETTER, ANTALL),
            nei=(422,),
        )  # fmt: skip

    @leser
    def get(self, request: Request, /, **_mer: Any) -> Response:
        """Return a page, in the order they were registered."""
        siden, antall, naa = _endret_siden(request), antall_i(request), timezone.now()
        utvalg = Q(registrert__gt=siden) if siden else Q(annullert=False)
        rader = self.rader().filter(utvalg, pk__gt=les_sted(request)).order_by("pk")[: antall + 1]
        side, neste = del_i_sider(list(rader), antall)
        registrer_innsyn_i_mange(person_ider={rad.person_id for rad in side}, av=self.av, hvor=API_UTTREKK)
        return Response(
            {
                "registreringer": [self.vis(rad) for rad in side],
                "neste": neste,
                "neste_endret_siden": (naa - ETTERSLEP).isoformat(),
            }
        )


def _endret_siden(request: Request) -> datetime | None:
    tekst = request.query_params.get("endret_siden")
    if tekst is None:
        return None
    try:
        lest = parse_datetime(tekst)
        if lest is not None and lest.tzinfo is not None:
            return lest.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    melding = _("Skriv tidspunktet med dato, klokkeslett og tidssone: 2026-09-01T06:00:00Z.")
    raise Regelbrudd({"endret_siden": [melding]})
