"""Grants given in the demo: a call with a grant that runs, and an open one with a draft."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from tilskudd.gitt import maler
from tilskudd.gitt.actions import oppfoelging, soeknad, utlysning, vedtak
from tilskudd.gitt.actions.soeknad import Linje
from tilskudd.gitt.models import Soeknad, Utlysning
from tilskudd.ordninger.models import Ordning

# invented, with the right control digit
KONTO = "12345678911"
BESKRIVELSE = "Vi møtes hver onsdag, spiser sammen og snakker norsk. Frivillige fra nabolaget er verter."


def lag(i_dag: date) -> None:
    """Make it as those who do it. Nothing without them."""
    raad = aktoer_med_rolle("raadgiver", Rolle.TILSKUDDSRAADGIVER)
    annen = aktoer_med_rolle("saksbehandler", Rolle.FYLKE_SAKSBEHANDLER)
    godkjenner = aktoer_med_rolle("godkjenner", Rolle.TILSKUDDSGODKJENNER)
    soeker = aktoer_med_rolle("frivillig", Rolle.ORGANISASJON_SOEKER)
    if raad is None or annen is None or godkjenner is None or soeker is None:
        return
    with kontekst(kontekst_for(raad)):
        loepende = _utlysning("moere_og_romsdal", None, i_dag, raad)
        aapen = _utlysning("vestland_2023", i_dag + timedelta(days=40), i_dag, raad)
    ferdig = _soeknad(loepende, soeker, i_dag, "Språkkafé på grendehuset")
    _avgjoer(ferdig, raad, annen, godkjenner)
    _soeknad(loepende, soeker, i_dag, "Sykkelkurs for familier")
    with kontekst(kontekst_for(soeker)):
        utkast = soeknad.begynn(utlysning=aapen, av=soeker)
        felter = {"tittel": "Åpen hall på lørdager", "beskrivelse": "Idrett uten påmelding."}
        soeknad.lagre(soeknad=utkast, versjon=utkast.versjon, felter=felter, av=soeker)


def _utlysning(kode: str, frist: date | None, i_dag: date, av: Aktoer) -> Utlysning:
    mal = maler.alle()[kode]
    felter = {navn: v for navn, v in mal.items() if navn not in ("ordning", "kriterier")}
    data = utlysning.Utlysningsdata(
        **felter, ordning=Ordning.objects.get(kode=mal["ordning"]), fra=i_dag, frist=frist,
        til=i_dag + timedelta(days=365), rapportfrist=i_dag + timedelta(days=400),
        kriterier=[(navn, vekt) for navn, vekt in mal["kriterier"]],
    )  # fmt: skip
    ny = utlysning.lag_utlysning(data=data, av=av)
    utlysning.aapne(utlysning=ny, versjon=ny.versjon, av=av)
    return ny


def _soeknad(u: Utlysning, av: Aktoer, i_dag: date, tittel: str) -> Soeknad:
    with kontekst(kontekst_for(av)):
        ny = soeknad.begynn(utlysning=u, av=av)
        felter = {
            "kontakt_navn": av.navn, "kontakt_epost": "nabolaget@demo.example", "kontonummer": KONTO,
            "tittel": tittel, "beskrivelse": BESKRIVELSE, "maalgruppe": "Naboer", "deltakere": 30,
            "start": i_dag + timedelta(days=14), "slutt": i_dag + timedelta(days=200), "medlemmer": 45,
        }  # fmt: skip
        soeknad.lagre(soeknad=ny, versjon=ny.versjon, felter=felter, av=av)
        linjer = [
            Linje("kostnad", "Leie av lokale", 30_000, "aktivitet"), Linje("kostnad", "Mat", 40_000, "mat"),
            Linje("egen", "Dugnad og kontingent", 20_000), Linje("stat", "IMDi, kap. 671 post 71", 10_000),
        ]  # fmt: skip
        soeknad.lagre_budsjett(soeknad=ny, versjon=ny.versjon, beloep=40_000, linjer=linjer, av=av)
        fil = SimpleUploadedFile("arsregnskap.txt", b"Inntekter 120 000\nUtgifter 112 000\n")
        soeknad.legg_ved(soeknad=ny, krav="annet", filer=[fil], av=av)
        soeknad.send(soeknad=ny, versjon=ny.versjon, av=av)
    return ny


def _avgjoer(s: Soeknad, raad: Aktoer, annen: Aktoer, godkjenner: Aktoer) -> None:
    for av, poeng, beloep in ((raad, 4, 40_000), (annen, 3, 35_000)):
        with kontekst(kontekst_for(av)):
            data = vedtak.Vurderingsdata(
                habil=True, begrunnelse="Lavterskel og godt forankret i nabolaget.", anbefaling="innvilg",
                beloep=beloep, poeng={k.pk: poeng for k in s.utlysning.kriterier.all()},
            )  # fmt: skip
            vedtak.vurder(soeknad=s, data=data, av=av)
    with kontekst(kontekst_for(godkjenner)):
        beslutning = vedtak.Vedtaksdata("delvis", "Vi dekker lokaler og det meste av maten.", 35_000)
        vedtak.fatt_vedtak(soeknad=s, versjon=s.versjon, data=beslutning, av=godkjenner)
    with kontekst(kontekst_for(raad)):
        betaling = oppfoelging.registrer_utbetaling(soeknad=s, beloep=35_000, av=raad)
    with kontekst(kontekst_for(godkjenner)):
        oppfoelging.godkjenn_utbetaling(utbetaling=betaling, av=godkjenner)
