"""Two applications of the county in the demo: one in progress, and a draft that lacks something."""

from __future__ import annotations

from datetime import date, timedelta

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from tilskudd.soekt import actions
from tilskudd.soekt.actions import Bruksdata, Metodedata, Partnerdata, Svar, Tiltaksdata, Vedtaksdata
from tilskudd.soekt.models import Soeknad, Utlysning
from tilskudd.soekt.queries.soeknader import finn_soeknad, postene, vilkaarene
from tilskudd.soekt.rules.budsjett import Post

_POSTER = [
    ("Språklærere i klassen", Post(ordinaer=400_000, faktisk=1_350_000, egenandel=150_000)),
    ("Oppfølging hos arbeidsgiver", Post(ordinaer=0, faktisk=420_000)),
    ("Læremidler", Post(ordinaer=30_000, faktisk=110_000)),
]
_PARTNERE = (
    ("arbeidsgiver", "Fjordbyen byggelag (oppdiktet)", "Praksis og læreplasser"),
    ("kommune", "Trondheim kommune", "Deltakere fra introduksjonsprogrammet"),
    ("nav", "Nav fylke", "Oppfølging og støtte i praksis"),
)


def lag(i_dag: date) -> None:
    """Make both. Nothing without those users."""
    raadgiver = aktoer_med_rolle("raadgiver", Rolle.TILSKUDDSRAADGIVER)
    godkjenner = aktoer_med_rolle("godkjenner", Rolle.TILSKUDDSGODKJENNER)
    if raadgiver is None or godkjenner is None:
        return
    with kontekst(kontekst_for(raadgiver)):
        i_gang = _soeknad("Byggfag og norsk i samme klasse", 2024, i_dag - timedelta(days=240), raadgiver)
        utkast = _soeknad("Helsefag for dem med lang erfaring", 2026, i_dag + timedelta(days=60), raadgiver)
        actions.lagre_budsjett(soeknad=utkast, versjon=1, poster=_POSTER[:2], av=raadgiver)
        _fyll(i_gang, i_dag, raadgiver)
    with kontekst(kontekst_for(godkjenner)):
        actions.godkjenn(soeknad=i_gang, versjon=_versjon(i_gang), av=godkjenner)
    with kontekst(kontekst_for(raadgiver)):
        _driv(i_gang, i_dag, raadgiver)


def _soeknad(tittel: str, aar: int, fra: date, av: Aktoer) -> Soeknad:
    data = Tiltaksdata(
        tittel=tittel,
        tiltak="Faglærer og språklærer er sammen i klassen. Nav følger opp praksisen.",
        formaal="Flere voksne får fag- eller svennebrev.",
        maalgruppe="Voksne med rett til videregående som trenger mer norsk enn ordinær undervisning gir.",
        deltakere=18,
        fra=fra,
        til=fra + timedelta(days=320),
    )
    utlysning = Utlysning.objects.get(aar=aar, ordning__kode="fag-og-yrkesopplaering")
    return actions.lag_soeknad(utlysning=utlysning, data=data, av=av)


def _versjon(soeknad: Soeknad) -> int:
    naa = finn_soeknad(soeknad.noekkel)
    assert naa is not None  # noqa: S101 - it was made here
    return naa.versjon


def _fyll(soeknad: Soeknad, i_dag: date, av: Aktoer) -> None:
    """Complete the draft, and make it ready."""
    actions.lagre_budsjett(soeknad=soeknad, versjon=1, poster=_POSTER, av=av)
    for slag, navn, rolle in _PARTNERE:
        data = Partnerdata(slag, navn, rolle, i_dag - timedelta(days=300))
        actions.lagre_partner(soeknad=soeknad, versjon=_versjon(soeknad), data=data, av=av)
    svar = {
        v.vilkaar.pk: Svar(True, "Beskrevet i søknaden og vedtatt i ledermøtet") for v in vilkaarene(soeknad)
    }
    actions.lagre_svar(soeknad=soeknad, versjon=_versjon(soeknad), svar=svar, av=av)
    actions.gjoer_klar(soeknad=soeknad, versjon=_versjon(soeknad), av=av)


def _driv(soeknad: Soeknad, i_dag: date, av: Aktoer) -> None:
    """Send, register the decision, begin, spend some, count, and write a method."""
    sendt, vedtatt = i_dag - timedelta(days=290), i_dag - timedelta(days=250)
    actions.send(
        soeknad=soeknad, versjon=_versjon(soeknad), dato=sendt, kvittering="DEMO-2024-118",
        grunn="Fristen er forlenget etter avtale (oppdiktet).", av=av,
    )  # fmt: skip
    vedtak = Vedtaksdata(
        vedtatt=vedtatt, innvilget=1_000_000, referanse="DEMO 24/118",
        vilkaar="Tilskuddet brukes på målgruppen. Ubrukte midler betales tilbake.",
        rapportfrist=i_dag + timedelta(days=45),
    )  # fmt: skip
    actions.foer_vedtak(soeknad=soeknad, versjon=_versjon(soeknad), data=vedtak, filer=[], av=av)
    actions.start(soeknad=soeknad, versjon=_versjon(soeknad), dato=i_dag - timedelta(days=240), av=av)
    laerere, oppfoelging, laeremidler = postene(soeknad)
    for dager, linje, beloep, hva in (
        (200, laerere, 210_000, "Lønn språklærer, høst"),
        (120, oppfoelging, 95_000, "Oppfølging hos arbeidsgiver"),
        (90, laeremidler, 62_000, "Ordbøker og nettressurs"),
    ):
        data = Bruksdata(i_dag - timedelta(days=dager), linje, beloep, hva)
        actions.foer_bruk(soeknad=soeknad, data=data, filer=[], av=av)
    tall = {("vg1", "kvinne"): (6, 5), ("vg1", "mann"): (9, 7), ("vg2", "mann"): (3, 1)}
    actions.lagre_resultater(soeknad=soeknad, versjon=_versjon(soeknad), tall=tall, av=av)
    metode = Metodedata(
        tittel="Språklærer på byggeplassen",
        beskrivelse="Språklæreren er med i praksis én dag i uken og lager ordlister med lærebedriften.",
        passer_for="Fylkeskommuner og lærebedrifter i byggfag",
    )
    actions.lagre_metode(soeknad=soeknad, data=metode, av=av)
