"""«Hvorfor (ikke)?»: a person's conditions, earliest payout, days per recipient, and lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from integrering.grunnmur.kvartal import Kvartal
from integrering.tilgang.models import Virksomhet
from tilskudd.models import Kjoering, Kjoeringstilstand, Sats
from tilskudd.queries.fakta import Versjoner
from tilskudd.queries.kjoeringsside import er_eget_fylke
from tilskudd.queries.satser import brukbare_statuser
from tilskudd.rules.fakta import Fakta, FulltidVgo
from tilskudd.rules.frister import (
    begge_registrert,
    registrert_for_sent,
    tidligste_utbetaling,
    vanlig_skjaeringstidspunkt,
)
from tilskudd.rules.hvorfor import Vilkaar, vilkaar
from tilskudd.rules.opptjening import Satsnoekkel, opptjening
from tilskudd.rules.ordninger import Ordning
from tilskudd.rules.tilskuddsaar import Tilskuddsaar, alle_aar, utloeste_aar


def brukbare_satsrader() -> dict[Satsnoekkel, Sats]:
    """Return the rates that may become numbers, with their sources; an adopted one goes before an example."""
    rader = Sats.objects.filter(status__in=brukbare_statuser()).order_by("status")
    return {
        (Ordning(s.ordning), s.aar_nr, s.landgruppe, s.budsjettaar): s for s in rader
    }  # «eksempel» comes before «vedtatt» in the alphabet, so the adopted one is what stays


def brukbare_satser() -> dict[Satsnoekkel, int]:
    """Return the rates that may become numbers."""
    return {noekkel: sats.beloep for noekkel, sats in brukbare_satsrader().items()}


def egne_skjaeringstidspunkt() -> dict[Kvartal, datetime]:
    """Return the cut-offs that are not the ordinary one, by quarter."""
    rader = Kjoering.objects.exclude(tilstand=Kjoeringstilstand.FORKASTET).values_list(
        "kvartal", "skjaeringstidspunkt"
    )
    return {k: t for k, t in rader if t != vanlig_skjaeringstidspunkt(k)}


@dataclass(frozen=True)
class Registreringspar:
    """The two registrations of one period, and the first quarter that can pay for it.

    `frist_oversittet` is the deadline of the period's registration (forskriften § 58), when it was passed:
    worth a note, and the amount stays.
    """

    periode: FulltidVgo
    vedtak_registrert: datetime | None
    periode_registrert: datetime | None
    tidligst: Kvartal | None
    frist_oversittet: date | None = None


@dataclass(frozen=True)
class Andel:
    """A recipient's days and kroner in one grant year."""

    mottaker: Virksomhet
    dager: int
    beloep: int


@dataclass(frozen=True)
class Aarsandeler:
    """A grant year and who has earned what of it so far."""

    aar: Tilskuddsaar
    utloest: bool
    satsrad: Sats | None
    andeler: tuple[Andel, ...]

    @property
    def sats(self) -> int | None:
        """The rate of the whole year, when there is one to use."""
        return self.satsrad.beloep if self.satsrad else None

    @property
    def siste_dag(self) -> date:
        """The last day of the grant year."""
        return self.aar.slutt - timedelta(days=1)


@dataclass(frozen=True)
class Hvorfor:
    """All the answers of the page."""

    vilkaar: tuple[Vilkaar, ...]
    par: tuple[Registreringspar, ...]
    aar: tuple[Aarsandeler, ...]
    opptjent_til: date
    hvis_i_dag: Kvartal
    fylker: tuple[Virksomhet, ...]
    """Counties that have, or will have, days by what is registered now."""
    i_dag: date

    @property
    def kan_ordnes(self) -> bool:
        """True when the county gets nothing, and only because someone has not registered."""
        mangler = [v for v in self.vilkaar if not v.oppfylt]
        grunn = [v for v in mangler if not v.bare_fylket]
        return (
            not self.fylket_faar
            and not self.er_over
            and any(v.hvem for v in mangler)
            and all(v.hvem for v in grunn)
        )

    @property
    def fylket_faar(self) -> bool:
        """True when our own county has, or will have, days."""
        return any(er_eget_fylke(f) for f in self.fylker)

    @property
    def er_over(self) -> date | None:
        """The last day of the last grant year, when it has passed."""
        siste = max((a.siste_dag for a in self.aar), default=None)
        return siste if siste is not None and siste < self.i_dag else None

    @property
    def utenfor(self) -> bool:
        """True when a period qualifies, and yet holds no day of a grant year."""
        return not self.fylker and any(p.tidligst for p in self.par)

    @property
    def kommunen_faar(self) -> bool:
        """True when a grant is given, though not to the county."""
        return all(v.oppfylt for v in self.vilkaar if not v.bare_fylket)


def hvorfor(versjoner: Versjoner, *, naa: datetime, i_dag: date) -> Hvorfor:
    """Judge the facts as they are held now. At most four queries."""
    alle = versjoner.som_fakta()
    synlige = alle.synlige(naa)
    satsrader, egne = brukbare_satsrader(), egne_skjaeringstidspunkt()
    satser = {noekkel: sats.beloep for noekkel, sats in satsrader.items()}
    opptjent_til = Kvartal.for_dato(i_dag).til
    return Hvorfor(
        vilkaar=vilkaar(synlige, paa=i_dag, satser=satser),
        par=tuple(_par(alle, periode, egne) for periode in synlige.vgo),
        aar=_aarsandeler(synlige, satsrader, opptjent_til),
        opptjent_til=opptjent_til,
        hvis_i_dag=tidligste_utbetaling(naa, egne),
        fylker=_fylker(synlige),
        i_dag=i_dag,
    )


def _fylker(fakta: Fakta) -> tuple[Virksomhet, ...]:
    """Return the counties with days in any triggered grant year, to its end and whatever the rate."""
    aarene = utloeste_aar(fakta)
    if not aarene or not fakta.kvalifiserende_vgo:
        return ()
    en_krone = {(a.ordning, a.aar_nr, a.landgruppe, a.budsjettaar): 1 for a in aarene}
    poster = opptjening(fakta, til_og_med=aarene[-1].slutt, satser=en_krone).poster
    mottakere = {p.mottaker for p in poster}
    return tuple(Virksomhet.objects.filter(pk__in=mottakere, type="fylkeskommune").order_by("nummer"))


def _par(alle: Fakta, periode: FulltidVgo, egne: Mapping[Kvartal, datetime]) -> Registreringspar:
    begge = begge_registrert(alle, periode)
    vedtak = [v.registrert for v in alle.vedtak if v.gjelder and not v.annullert]
    perioder = [
        p.registrert
        for p in alle.vgo
        if p.registrering == periode.registrering and p.kvalifiserer and not p.annullert
    ]
    periode_registrert = min(perioder, default=None) if periode.kvalifiserer else None
    return Registreringspar(
        periode=periode,
        vedtak_registrert=min(vedtak, default=None),
        periode_registrert=periode_registrert,
        frist_oversittet=registrert_for_sent(periode.fra, periode_registrert) if periode_registrert else None,
        tidligst=tidligste_utbetaling(begge, egne) if begge else None,
    )


def _aarsandeler(fakta: Fakta, rader: Mapping[Satsnoekkel, Sats], til: date) -> tuple[Aarsandeler, ...]:
    opptjent = opptjening(fakta, til_og_med=til, satser={n: sats.beloep for n, sats in rader.items()})
    virksomheter = Virksomhet.objects.in_bulk({p.mottaker for p in opptjent.poster})
    utloest = set(utloeste_aar(fakta))
    ut = []
    for aar in alle_aar(fakta):
        poster = [p for p in opptjent.poster if p.aar == aar]
        mottakere = sorted({p.mottaker for p in poster}, key=lambda m: virksomheter[m].kode)
        andeler = tuple(
            Andel(
                mottaker=virksomheter[m],
                dager=sum(p.dager for p in poster if p.mottaker == m),
                beloep=sum(p.beloep for p in poster if p.mottaker == m),
            )
            for m in mottakere
        )
        sats = rader.get((aar.ordning, aar.aar_nr, aar.landgruppe, aar.budsjettaar))
        ut.append(Aarsandeler(aar=aar, utloest=aar in utloest, satsrad=sats, andeler=andeler))
    return tuple(ut)
