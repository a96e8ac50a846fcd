"""Code lists: what an administrator may add, rename and close."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur import kodelister
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.models import Kode
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle

# What is changed of a code that is there; its list and the code itself never are (nor may the role do it).
ENDRES = ("navn_nb", "navn_nn", "rekkefolge", "gyldig_fra", "gyldig_til", "kilde", "sikkerhet")
_DAGER = ("gyldig_fra", "gyldig_til")


@transaction.atomic
def lagre_kode(*, kode: Kode, av: Aktoer) -> None:
    """Add a code (unsaved), or save the changes of one. Raises Regelbrudd, IkkeTilgang."""
    av.krev(Rolle.ADMINISTRATOR)
    kontroller_kode(kode)
    if kode.pk is None:
        kode.save(force_insert=True)
    else:
        kode.save(update_fields=ENDRES)
    kodelister.glem()


def kontroller_kode(kode: Kode) -> None:
    """Raise Regelbrudd, with the messages beside their fields, for what a list cannot have."""
    foer = Kode.objects.filter(pk=kode.pk).first() if kode.pk else None
    brudd = _brudd_i_dagene(foer, kode, timezone.localdate()) if foer else _brudd_i_ny(kode)
    if kode.gyldig_til and kode.gyldig_til < kode.gyldig_fra:
        brudd.setdefault("gyldig_til", [_("Siste dag må være samme dag som den første, eller senere.")])
    brudd |= _like_navn(kode)
    if brudd:
        raise Regelbrudd(brudd)


def _brudd_i_ny(kode: Kode) -> dict[str, list[str]]:
    liste = kodelister.finn_kodeliste(kode.liste)
    if liste is None or not liste.utvidbar:
        return {"liste": [_("Denne listen får ikke nye koder her. Velg en annen liste.")]}
    if kode.fast:
        return {"": [_("Faste koder kommer med programmet.")]}
    return {}


def _brudd_i_dagene(foer: Kode, kode: Kode, i_dag: date) -> dict[str, list[str]]:
    """What is registered until now was right when it was: no day that has been is taken away."""
    endret = [felt for felt in _DAGER if getattr(foer, felt) != getattr(kode, felt)]
    if endret and foer.fast:
        return {
            endret[0]: [
                _("Programmet bruker denne koden, så den kan ikke stenges. Navn og rekkefølge kan endres.")
            ]
        }
    brudd = {}
    if "gyldig_til" in endret and kode.gyldig_til and kode.gyldig_til < i_dag:
        brudd["gyldig_til"] = [_("Koden kan stenges fra i dag av. Skriv dagens dato eller en senere.")]
    if "gyldig_fra" in endret and foer.gyldig_fra <= i_dag and kode.gyldig_fra > foer.gyldig_fra:
        brudd["gyldig_fra"] = [_("Koden er tatt i bruk, og første dag kan ikke bli senere.")]
    return brudd


def _like_navn(kode: Kode) -> dict[str, list[str]]:
    """Two choices of the same list on the same day never read alike."""
    andre = [k for k in Kode.objects.filter(liste=kode.liste).exclude(pk=kode.pk) if _samtidig(k, kode)]
    tekst = _("Koden %(kode)s heter det samme. Skriv et navn som skiller dem.")
    return {
        felt: [tekst % {"kode": like[0].kode}]
        for felt in ("navn_nb", "navn_nn")
        if (like := [k for k in andre if _brettet(k, felt) == _brettet(kode, felt)])
    }


def _brettet(kode: Kode, felt: str) -> str:
    return str(getattr(kode, felt)).strip().casefold()


def _samtidig(en: Kode, annen: Kode) -> bool:
    return en.gyldig_fra <= (annen.gyldig_til or date.max) and annen.gyldig_fra <= (en.gyldig_til or date.max)
