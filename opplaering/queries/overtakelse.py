"""What is told beside what the municipality has registered, and what taking it over would do."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from integrering.nir.models import FulltidVgo, Opplaeringstimer, Proeve
from opplaering.models import Kommunemelding
from opplaering.models.resultat import PROEVER
from opplaering.rules import overtakelse
from opplaering.rules.overtakelse import Grunn, Periode, Plan, Registrert

_PROEVEFELT = ("lytte", "lese", "skriftlig", "muntlig", "resultat", "spraak")


def plan_for(melding: Kommunemelding) -> Plan:
    """Return what the municipality would register, correct or annul to take the message over."""
    return _PLANER[melding.tabell](melding)


def meldt_periode(melding: Kommunemelding) -> Periode:
    """Return the period a message tells of."""
    v = melding.innhold
    return Periode(
        fra=date.fromisoformat(v["fra"]), til=_dato(v["til"]), timer_per_uke=Decimal(v["timer_per_uke"]),
        skole=melding.skole.navn if melding.skole else "", kombinasjonsklasse=v["kombinasjonsklasse"],
        hovedansvar_fylke=v["hovedansvar_fylke"],
    )  # fmt: skip


def registrerte_perioder(melding: Kommunemelding) -> list[Periode]:
    """Return the person's registered periods of full-time upper secondary, the oldest first."""
    rader = FulltidVgo.objects.gjeldende().filter(person=melding.person_id).order_by("fra")
    felt = ("fra", "til", "timer_per_uke", "skole", "kombinasjonsklasse", "hovedansvar_fylke")
    return [
        Periode(**{f: getattr(r, f) for f in felt}, registrering=r.registrering_id) for r in rader
    ]  # fmt: skip


def _skolegang(melding: Kommunemelding) -> Plan:
    return overtakelse.skolegang(
        meldt_periode(melding),
        registrerte_perioder(melding),
        nye_timer=melding.slag == "timer",
        annullert=bool(melding.innhold.get("annullert")),
        tidligere=_ble_til(melding),
    )


def _ble_til(melding: Kommunemelding) -> UUID | None:
    """Return the registration an earlier message about the same became."""
    tidligere = Kommunemelding.objects.filter(
        tabell=melding.tabell, registrering_id=melding.registrering_id, tatt_inn_som__isnull=False,
        sendt__lt=melding.sendt,
    )  # fmt: skip
    return tidligere.order_by("-sendt", "-pk").values_list("tatt_inn_som", flat=True).first()


def _fravaer(melding: Kommunemelding) -> Plan:
    maaned = date.fromisoformat(melding.innhold["maaned"])
    linjer = [
        {
            "modul": linje["undervisning"], "maaned": maaned, "timer": Decimal(linje["timer"]),
            "gyldig_fravaer": Decimal(linje["gyldig"]), "ugyldig_fravaer": Decimal(linje["ugyldig"]),
        }
        for linje in melding.innhold["linjer"]
    ]  # fmt: skip
    rader = Opplaeringstimer.objects.gjeldende().filter(person=melding.person_id, maaned=maaned)
    return overtakelse.fravaer(linjer, {r.modul: _registrert(r) for r in rader})


def _resultat(melding: Kommunemelding) -> Plan:
    v = melding.innhold
    dato = date.fromisoformat(v["dato"])
    proeve = {"proeve": v["slag"], "dato": dato} | {felt: v[felt] for felt in _PROEVEFELT}
    rader = Proeve.objects.gjeldende().filter(person=melding.person_id)
    tidligere = _ble_til(melding)
    rad = (rader.filter(registrering_id=tidligere).first() if tidligere else None) or rader.filter(
        proeve=v["slag"], dato=dato
    ).first()
    return overtakelse.resultat(
        proeve if v["slag"] in PROEVER else None,
        _registrert(rad) if rad else None,
        annullert=bool(v.get("annullert")),
    )


def _opptak(melding: Kommunemelding) -> Plan:
    return Plan(grunn=Grunn.FALT_BORT if melding.innhold.get("annullert") else Grunn.OPPTAK)


def _registrert(rad: Any) -> Registrert:
    return Registrert(rad.registrering_id, vars(rad))


def _dato(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


_PLANER = {"skolegang": _skolegang, "maanedsfravaer": _fravaer, "resultat": _resultat, "soeknad": _opptak}
