"""What was paid before the first run, entered as an opening run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kvartal import Kvartal
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from tilskudd import motor
from tilskudd.models import Kjoering, Kjoeringstilstand, Linje, Mottakersum, Slag
from tilskudd.rules.frister import vanlig_skjaeringstidspunkt, vanlig_utbetalingsdato
from tilskudd.rules.linjer import linjetype


@dataclass(frozen=True)
class Aapningslinje:
    """What has been paid for one person, recipient and quarter of a grant year.

    `ordning` is IMDi's code with country group; `sats` in whole kroner; `aar_fra` and `dager_i_aaret` are
    those of the grant year.
    """

    person_id: int
    mottaker_id: int
    ordning: str
    aar_nr: int
    kvartal: Kvartal
    dager: int
    beloep: int
    sats: int
    aar_fra: date
    dager_i_aaret: int


def foer_aapningskjoering(
    *,
    kvartal: Kvartal,
    linjer: Iterable[Aapningslinje],
    av: Aktoer,
    saldo: Mapping[int, int] | None = None,
) -> Kjoering:
    """Enter what was paid up to and including a quarter. It is sent and approved like any run.

    Args:
        kvartal: the last quarter that was paid before the first run.
        linjer: one for each person, grant, recipient and earned quarter.
        av: a tilskuddsrådgiver.
        saldo: negative balances carried, by recipient: so much more than the lines was paid.

    Raises:
        IkkeTilgang: wrong role.
        Regelbrudd: a run exists; a line is later than the quarter, zero or double; a balance is positive.
    """
    av.krev(Rolle.TILSKUDDSRAADGIVER)
    alle, saldo = list(linjer), dict(saldo or {})
    _krev_linjer(kvartal, alle, saldo)
    with kontekst(kontekst_for(av)):
        motor.laas()
        if Kjoering.objects.exclude(tilstand=Kjoeringstilstand.FORKASTET).exists():
            raise Regelbrudd(_("Åpningskjøringen føres før den første kjøringen."))
        skjaer = vanlig_skjaeringstidspunkt(kvartal)
        kjoering = Kjoering.objects.create(
            kvartal=kvartal,
            slag=Slag.AAPNING,
            skjaeringstidspunkt=skjaer,
            utbetalingsdato=vanlig_utbetalingsdato(kvartal, skjaer),
            demo=settings.DEMO,
            beregnet_av_id=av.bruker_id,
        )
        with kontekst(motor_kontekst(av.bruker_id)):
            return _skriv(kjoering, alle, saldo)


def _krev_linjer(kvartal: Kvartal, linjer: list[Aapningslinje], saldo: dict[int, int]) -> None:
    feil = []
    if any(linje.kvartal > kvartal for linje in linjer):
        feil.append(_("En linje er opptjent etter kvartalet åpningskjøringen gjelder."))
    if any(linje.beloep == 0 for linje in linjer):
        feil.append(_("En linje har beløpet null."))
    noekler = {(li.person_id, li.ordning, li.aar_nr, li.mottaker_id, li.kvartal) for li in linjer}
    if len(noekler) < len(linjer):
        feil.append(_("To linjer gjelder det samme."))
    if any(beloep > 0 for beloep in saldo.values()):
        feil.append(_("En saldo som føres videre kan ikke være positiv."))
    if feil:
        raise Regelbrudd({"": feil})


def _skriv(kjoering: Kjoering, linjer: list[Aapningslinje], saldo: dict[int, int]) -> Kjoering:
    summer: dict[int, int] = defaultdict(int)
    for linje in linjer:
        summer[linje.mottaker_id] += linje.beloep
    with motor.lager(kjoering):
        pass  # an empty one: there are few lines, and all checks on them are wanted
    Linje.objects.bulk_create([_linje(kjoering, linje) for linje in linjer], batch_size=2000)
    Mottakersum.objects.bulk_create(
        _mottakersum(kjoering, mottaker, summer.get(mottaker, 0), saldo.get(mottaker))
        for mottaker in sorted(summer.keys() | saldo.keys())
    )
    kjoering.antall_linjer = len(linjer)
    kjoering.tilstand = Kjoeringstilstand.BEREGNET
    kjoering.beregnet_tid = Now()
    kjoering.save()
    kjoering.refresh_from_db()
    return kjoering


def _linje(kjoering: Kjoering, linje: Aapningslinje) -> Linje:
    return Linje(
        kjoering=kjoering,
        type=linjetype(linje.beloep, opptjent=linje.kvartal, kvartal=kjoering.kvartal).value,
        dager_foer=0,
        dager_etter=linje.dager,
        beloep_foer=0,
        beloep_etter=linje.beloep,
        strekk=(),
        **linje.__dict__,
    )


def _mottakersum(kjoering: Kjoering, mottaker: int, linjer_sum: int, saldo: int | None) -> Mottakersum:
    """Return what was paid: the lines, and as much more as the balance that is carried."""
    ut = min(linjer_sum, 0) if saldo is None else saldo
    if linjer_sum < ut:
        raise Regelbrudd(_("En mottaker har fått utbetalt mindre enn null."))
    return Mottakersum(
        kjoering=kjoering,
        mottaker_id=mottaker,
        linjer_sum=linjer_sum,
        overfoert_inn=0,
        utbetales=linjer_sum - ut,
        overfoert_ut=ut,
    )
