"""Calls and applications for the tests, made by those who make them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from tests.fabrikk import lag_aktoer
from tilskudd.gitt.actions import oppfoelging
from tilskudd.gitt.actions import soeknad as actions
from tilskudd.gitt.actions import utlysning as utlysningsactions
from tilskudd.gitt.actions import vedtak as vedtaksactions
from tilskudd.gitt.actions.soeknad import Linje
from tilskudd.gitt.actions.utlysning import Utlysningsdata
from tilskudd.gitt.actions.vedtak import Vedtaksdata, Vurderingsdata
from tilskudd.gitt.models import Soeknad, Utlysning, Vedtak
from tilskudd.ordninger.models import Ordning

ORDNING = "frivillige-organisasjoner"
# invented, with the right control digit
KONTO = "12345678911"


def utlysningsdata(*, kode: str = ORDNING, **felt: Any) -> Utlysningsdata:
    """Return a call for voluntary organisations: half of the costs, 20 000 at least, 500 000 in all."""
    i_dag = timezone.localdate()
    grunn: dict[str, Any] = {
        "ordning": Ordning.objects.get(kode=kode), "navn": "Prøvetilskudd", "tekst": "Til prøver.",
        "soekere": ["frivillig"], "fra": i_dag, "til": i_dag + timedelta(days=365),
        "frist": i_dag + timedelta(days=30), "rapportfrist": i_dag + timedelta(days=400), "ramme": 500_000,
        "dekker": ["aktivitet", "mat", "materiell"], "kilde": "Prøvevedtak 1/26", "andel": 50,
        "minst": 20_000, "kan_fravikes": ["andel"], "vedleggskrav": ["aarsregnskap"],
        "kriterier": [("Bidrar til målet", 60), ("Gjennomførbart", 40)],
    }  # fmt: skip
    return Utlysningsdata(**(grunn | felt))


def raadgiver() -> Aktoer:
    """Return a new grant adviser."""
    return lag_aktoer(Rolle.TILSKUDDSRAADGIVER)


def lag_utlysning(*, aapen: bool = True, **felt: Any) -> Utlysning:
    """Return a call, open unless something else is said."""
    av = raadgiver()
    with kontekst(kontekst_for(av)):
        utlysning = utlysningsactions.lag_utlysning(data=utlysningsdata(**felt), av=av)
        if aapen:
            utlysningsactions.aapne(utlysning=utlysning, versjon=utlysning.versjon, av=av)
    return utlysning


# --- Applications ---


def soekeren(rolle: Rolle = Rolle.ORGANISASJON_SOEKER) -> Aktoer:
    """Return a new user who applies for an organisation."""
    return lag_aktoer(rolle)


def felter(**felt: Any) -> dict[str, Any]:
    """Return what an application needs beside its budget."""
    i_dag = timezone.localdate()
    grunn: dict[str, Any] = {
        "kontakt_navn": "Kari Prøve", "kontakt_epost": "kari@example.org", "kontonummer": KONTO,
        "tittel": "Språkkafé", "beskrivelse": "Vi møtes og snakker norsk.", "start": i_dag,
        "slutt": i_dag + timedelta(days=90),
    }  # fmt: skip
    return grunn | felt


def fyll(
    soeknad: Soeknad, av: Aktoer, *, beloep: int = 50_000, kostnader: int = 100_000, **felt: Any
) -> None:
    """Write all that is needed: half is applied for, the rest is own funds, the accounts are attached."""
    actions.lagre(soeknad=soeknad, versjon=soeknad.versjon, felter=felter(**felt), av=av)
    linjer = [
        Linje("kostnad", "Lokaler", kostnader, "aktivitet"), Linje("egen", "Kontingent", kostnader - beloep)
    ]  # fmt: skip
    actions.lagre_budsjett(
        soeknad=soeknad, versjon=soeknad.versjon, beloep=beloep, linjer=[x for x in linjer if x.beloep], av=av
    )
    actions.legg_ved(soeknad=soeknad, krav="aarsregnskap", filer=[regnskap()], av=av)


def regnskap() -> SimpleUploadedFile:
    """Return a file with accounts."""
    return SimpleUploadedFile("regnskap.txt", b"Inntekter 1000\nUtgifter 900\n")


def lag_soeknad(
    utlysning: Utlysning | None = None, *, av: Aktoer | None = None, send: bool = True, **felt: Any
) -> Soeknad:
    """Return an application, sent unless something else is said."""
    utlysning, av = utlysning or lag_utlysning(), av or soekeren()
    with kontekst(kontekst_for(av)):
        soeknad = actions.begynn(utlysning=utlysning, av=av)
        fyll(soeknad, av, **felt)
        if send:
            actions.send(soeknad=soeknad, versjon=soeknad.versjon, av=av)
    return soeknad


# --- Assessment, decision, money ---


def godkjenner() -> Aktoer:
    """Return a new decider."""
    return lag_aktoer(Rolle.TILSKUDDSGODKJENNER)


def vurderingsdata(soeknad: Soeknad, **felt: Any) -> Vurderingsdata:
    """Return an assessment that advises all that is applied for, with four points for each criterion."""
    poeng = {k.pk: 4 for k in soeknad.utlysning.kriterier.all()}
    grunn: dict[str, Any] = {
        "habil": True, "begrunnelse": "Godt tiltak.", "anbefaling": "innvilg", "beloep": soeknad.beloep,
        "poeng": poeng,
    }  # fmt: skip
    return Vurderingsdata(**(grunn | felt))


def vurder(soeknad: Soeknad, av: Aktoer | None = None, **felt: Any) -> Aktoer:
    """Deliver an assessment, and return who did."""
    av = av or raadgiver()
    with kontekst(kontekst_for(av)):
        vedtaksactions.vurder(soeknad=soeknad, data=vurderingsdata(soeknad, **felt), av=av)
    return av


def vedta(soeknad: Soeknad, av: Aktoer | None = None, **felt: Any) -> Vedtak:
    """Decide as a new decider: all that is applied for, unless something else is said."""
    av = av or godkjenner()
    grunn: dict[str, Any] = {"utfall": "innvilget", "beloep": soeknad.beloep, "begrunnelse": "Godt tiltak."}
    with kontekst(kontekst_for(av)):
        return vedtaksactions.fatt_vedtak(
            soeknad=soeknad, versjon=soeknad.versjon, data=Vedtaksdata(**(grunn | felt)), av=av
        )


def avgjort(utlysning: Utlysning | None = None, *, av: Aktoer | None = None, **felt: Any) -> Soeknad:
    """Return an application that two have assessed and a third has granted."""
    soeknad = lag_soeknad(utlysning, av=av, **felt)
    vurder(soeknad)
    vurder(soeknad)
    vedta(soeknad)
    return soeknad


def betal(soeknad: Soeknad, beloep: int) -> None:
    """Register a payment as one and approve it as another."""
    en, annen = raadgiver(), godkjenner()
    with kontekst(kontekst_for(en)):
        utbetaling = oppfoelging.registrer_utbetaling(soeknad=soeknad, beloep=beloep, av=en)
    with kontekst(kontekst_for(annen)):
        oppfoelging.godkjenn_utbetaling(utbetaling=utbetaling, av=annen)


def rapporter(soeknad: Soeknad, av: Aktoer, brukt: int) -> None:
    """Send a report."""
    data = oppfoelging.Rapportdata("Vi møttes.", "Flere snakker norsk.", 20, 100_000, brukt)
    with kontekst(kontekst_for(av)):
        oppfoelging.rapporter(soeknad=soeknad, data=data, filer=[regnskap()], av=av)


def kontroller(soeknad: Soeknad, *, godkjent: bool = True, merknad: str = "") -> None:
    """Control the report."""
    av = raadgiver()
    with kontekst(kontekst_for(av)):
        oppfoelging.kontroller_rapport(soeknad=soeknad, godkjent=godkjent, merknad=merknad, av=av)
