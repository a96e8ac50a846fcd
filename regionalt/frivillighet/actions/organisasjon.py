"""Organisations: take one into the overview, change what is known of it, and how one reaches it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd, krev_gyldig
from integrering.tilgang.actions import opprett_virksomhet
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet, Virksomhetstype
from regionalt.frivillighet.models import Dekning, Organisasjon, Organisasjonsslag
from regionalt.frivillighet.roller import SKRIVER, SKRIVER_KONTAKT
from regionalt.kodeverk import Tema
from regionalt.personvern import brudd_i_tekst

_TELEFON = re.compile(r"^\+?[\d ]{5,19}$")


@dataclass(frozen=True)
class Profildata:
    """What the county says of an organisation."""

    slag: Organisasjonsslag
    temaer: Collection[str]
    paraply_id: int | None = None
    hele_fylket: bool = False
    kommuner: Collection[int] = ()
    beskrivelse: str = ""
    aktiv_fra: date | None = None
    aktiv_til: date | None = None


@dataclass(frozen=True)
class Kontaktdata:
    """How one reaches it: someone in their job."""

    kontaktperson: str = ""
    epost: str = ""
    telefon: str = ""
    nettside: str = ""


@transaction.atomic
def ny_organisasjon(
    *, nummer: str, navn: str, profil: Profildata, kontakt: Kontaktdata, av: Aktoer
) -> Organisasjon:
    """Take an organisation into the overview; one that is not here from before is made.

    Args:
        nummer: organisation number, nine digits; spaces are taken away.
        navn: its name; not used for one that is here already.

    Raises:
        IkkeTilgang: a role that does not keep the overview.
        Regelbrudd: the number is wrong, or it is in the overview already, or see `endre_organisasjon`.
    """
    av.krev(*SKRIVER)
    rent = "".join(nummer.split())
    funnet = Virksomhet.objects.filter(type=Virksomhetstype.FRIVILLIG, nummer=rent).first()
    if funnet and Organisasjon.objects.filter(virksomhet=funnet).exists():
        raise Regelbrudd({"nummer": [_("Organisasjonen finnes fra før: %(navn)s.") % {"navn": funnet}]})
    _kontroller(profil, None)
    _kontroller_kontakt(kontakt)
    if funnet is None and not navn.strip():
        raise Regelbrudd({"navn": [_("Skriv navnet på organisasjonen.")]})
    virksomhet = funnet or opprett_virksomhet(
        type_=Virksomhetstype.FRIVILLIG, nummer=rent, navn=navn, maalform="", av=av
    )
    ny = Organisasjon.objects.create(
        virksomhet=virksomhet, endret_av_id=av.bruker_id, **_felt(profil), **vars(kontakt)
    )
    _dekk(ny, profil)
    return ny


@transaction.atomic
def endre_organisasjon(*, organisasjon: Organisasjon, versjon: int, profil: Profildata, av: Aktoer) -> None:
    """Change what the county says of an organisation.

    Raises:
        IkkeTilgang: a role that does not keep the overview.
        Konflikt: somebody else changed it meanwhile.
        Regelbrudd: the umbrella is none, the period ends before it begins, no municipality or theme.
    """
    av.krev(*SKRIVER)
    _kontroller(profil, organisasjon)
    organisasjon.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **_felt(profil))
    _dekk(organisasjon, profil)


@transaction.atomic
def endre_kontakt(*, organisasjon: Organisasjon, versjon: int, kontakt: Kontaktdata, av: Aktoer) -> None:
    """Change how one reaches the organisation; an organisation changes its own only.

    Raises IkkeTilgang, Konflikt, Regelbrudd.
    """
    krev_kontakt(av, organisasjon)
    _kontroller_kontakt(kontakt)
    organisasjon.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **vars(kontakt))


def kan_endre_kontakt(av: Aktoer, organisasjon: Organisasjon) -> bool:
    """Return True for those who keep the facts about how one reaches the organisation."""
    return av.har(*SKRIVER_KONTAKT) and (av.er_fylke or organisasjon.virksomhet_id == av.virksomhet_id)


def krev_kontakt(av: Aktoer, organisasjon: Organisasjon) -> None:
    """Raise IkkeTilgang unless `kan_endre_kontakt`."""
    if not kan_endre_kontakt(av, organisasjon):
        raise IkkeTilgang(_("Rollen din kan ikke gjøre dette."))


def _felt(profil: Profildata) -> dict[str, object]:
    return {
        "slag": profil.slag,
        "paraply_id": profil.paraply_id,
        "hele_fylket": profil.hele_fylket,
        "temaer": [tema.value for tema in Tema if tema in profil.temaer],
        "beskrivelse": profil.beskrivelse,
        "aktiv_fra": profil.aktiv_fra,
        "aktiv_til": profil.aktiv_til,
    }


def _dekk(organisasjon: Organisasjon, profil: Profildata) -> None:
    """Write the municipalities anew; one that works in the whole county has none by name."""
    Dekning.objects.filter(organisasjon=organisasjon).delete()
    if not profil.hele_fylket:
        Dekning.objects.bulk_create(
            Dekning(organisasjon=organisasjon, kommune_id=k) for k in sorted(profil.kommuner)
        )


def _kontroller(profil: Profildata, har: Organisasjon | None) -> None:
    brudd: dict[str, list[str]] = {}
    if not profil.temaer:
        brudd["temaer"] = [_("Velg minst ett tema.")]
    if not profil.hele_fylket and not profil.kommuner:
        brudd["kommuner"] = [_("Velg kommunene, eller kryss av for hele fylket.")]
    if profil.aktiv_fra and profil.aktiv_til and profil.aktiv_til < profil.aktiv_fra:
        brudd["aktiv_til"] = [_("Den siste dagen kan ikke være før den første.")]
    krev_gyldig(brudd, _brudd_i_paraply(profil, har), brudd_i_tekst(beskrivelse=profil.beskrivelse))


def _brudd_i_paraply(profil: Profildata, har: Organisasjon | None) -> dict[str, list[str]]:
    if profil.slag == Organisasjonsslag.LOKAL and har and har.medlemmer.exists():
        return {"slag": [_("Andre organisasjoner hører til denne. Flytt dem først.")]}
    if profil.paraply_id is None:
        return {}
    if profil.slag == Organisasjonsslag.PARAPLY:
        return {"paraply": [_("En paraplyorganisasjon hører ikke til en annen her.")]}
    if not Organisasjon.objects.filter(pk=profil.paraply_id, slag=Organisasjonsslag.PARAPLY).exists():
        return {"paraply": [_("Velg en paraplyorganisasjon.")]}
    return {}


def _kontroller_kontakt(kontakt: Kontaktdata) -> None:
    brudd = {}
    if kontakt.telefon and not _TELEFON.match(kontakt.telefon):
        brudd["telefon"] = [_("Skriv telefonnummeret med bare siffer og mellomrom.")]
    krev_gyldig(
        brudd,
        brudd_i_tekst(
            kontaktperson=kontakt.kontaktperson, telefon=kontakt.telefon, nettside=kontakt.nettside
        ),
    )
