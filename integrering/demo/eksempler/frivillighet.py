"""The voluntary sector in the demo: an umbrella, three local organisations, agreements and activities."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from integrering.demo.brukere import ORGANISASJON
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from regionalt.frivillighet import actions
from regionalt.frivillighet.actions import Aktivitetsdata, Avtaledata, Kontaktdata, Profildata
from regionalt.frivillighet.models import Organisasjon, Organisasjonsslag
from regionalt.kodeverk import Tema

# Invented: no organisation number begins with 0.
PARAPLY, KULTUR, IDRETT = "099000021", "099000022", "099000023"


def lag(i_dag: date) -> None:
    """Make the examples through the actions, as the demo's case worker. Nothing without the users."""
    av = aktoer_med_rolle("saksbehandler", Rolle.FYLKE_SAKSBEHANDLER)
    if av is None or not Virksomhet.objects.filter(nummer=ORGANISASJON).exists():
        return
    with kontekst(kontekst_for(av)):
        paraply = _organisasjon(PARAPLY, "Samvirket for frivillighet (eksempel)", av, Profildata(
            slag=Organisasjonsslag.PARAPLY, hele_fylket=True, temaer=[Tema.FRIVILLIG, Tema.ARBEID],
            beskrivelse="Samler lokale lag og råd. Oppdiktet.",
        ))  # fmt: skip
        nabolaget = _lokal(ORGANISASJON, "", av, paraply, ["5001", "5035"], [Tema.NORSK, Tema.FRIVILLIG])
        kultur = _lokal(KULTUR, "Fjordbyen kulturlag (eksempel)", av, paraply, ["5001"], [Tema.FRIVILLIG])
        idrett = _lokal(IDRETT, "Skumringsli idrettslag (eksempel)", av, None, ["5029"], [Tema.HELSE])
        _avtaler(av, paraply, nabolaget, i_dag)
        _aktiviteter(av, (nabolaget, kultur, idrett), i_dag)


def _organisasjon(nummer: str, navn: str, av: Aktoer, profil: Profildata) -> Organisasjon:
    kontakt = Kontaktdata(kontaktperson="Eksempel Eksempelsen", epost=f"post@{nummer}.example")
    return actions.ny_organisasjon(nummer=nummer, navn=navn, profil=profil, kontakt=kontakt, av=av)


def _lokal(
    nummer: str, navn: str, av: Aktoer, paraply: Organisasjon | None, kommuner: list[str], temaer: list[Tema]
) -> Organisasjon:
    ider = Virksomhet.objects.filter(type="kommune", nummer__in=kommuner).values_list("pk", flat=True)
    profil = Profildata(
        slag=Organisasjonsslag.LOKAL, temaer=temaer, kommuner=list(ider),
        paraply_id=paraply.pk if paraply else None, beskrivelse="Et oppdiktet lag.",
    )  # fmt: skip
    return _organisasjon(nummer, navn, av, profil)


def _avtaler(av: Aktoer, paraply: Organisasjon, laget: Organisasjon, i_dag: date) -> None:
    """One to be gone through soon, one that soon ends."""
    for organisasjon, tittel, til, gjennomgang in (
        (paraply, "Samarbeid om frivillighet i integreringen", None, 20),
        (laget, "Språkkafé i tre kommuner", 60, 45),
    ):
        data = Avtaledata(
            tittel=tittel, fra=i_dag - timedelta(days=300), ansvarlig_id=av.bruker_id,
            til=i_dag + timedelta(days=til) if til else None,
            gjennomgang=i_dag + timedelta(days=gjennomgang), innhold="Eksempel på en avtale.",
        )  # fmt: skip
        actions.ny_avtale(organisasjon=organisasjon, data=data, innsending=_nr(tittel), av=av)


def _aktiviteter(av: Aktoer, lagene: tuple[Organisasjon, ...], i_dag: date) -> None:
    """Some held, with numbers; one to come."""
    nabolaget, kultur, idrett = lagene
    for organisasjon, tittel, tema, dager, deltok in (
        (nabolaget, "Språkkafé på biblioteket", Tema.NORSK, -40, 34),
        (nabolaget, "Språkkafé i parken", Tema.NORSK, -12, 27),
        (kultur, "Matfest for hele bydelen", Tema.FRIVILLIG, -25, 120),
        (idrett, "Svømmekurs for voksne", Tema.HELSE, -60, 14),
        (idrett, "Åpen hall på lørdager", Tema.HELSE, 10, None),
    ):
        data = Aktivitetsdata(
            tittel=tittel, tema=tema, fra=i_dag + timedelta(days=dager), deltakere=deltok,
            frivillige=deltok // 6 if deltok else None,
        )  # fmt: skip
        actions.ny_aktivitet(organisasjon=organisasjon, data=data, innsending=_nr(tittel), av=av)


def _nr(hva: str) -> UUID:
    """Return the same key of a form each time the demo is filled."""
    return uuid5(NAMESPACE_URL, f"integrering:frivillighet:{hva}")
