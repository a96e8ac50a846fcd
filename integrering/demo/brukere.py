"""The users of the demo. Everyone knows their password: that is the point."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.hashers import make_password
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from integrering.tilgang.models import Bruker, Rolletildeling, Virksomhet
from integrering.tilgang.roller import Rolle, virksomhetstype_for

PASSORD = "integrering-demo"
# Stands behind registrations of municipalities that have no demo user; cannot log in.
REGISTRATOR = "demo.registrator"
# Invented: no organisation number begins with 0.
SKOLE, ORGANISASJON = "099000001", "099000002"
PARTNERE = (
    ("skole", SKOLE, "Lyngdalen videregående skole (oppdiktet)"),
    ("frivillig", ORGANISASJON, "Nabolaget i Fjordbyen (oppdiktet)"),
)


@dataclass(frozen=True)
class Demobruker:
    """Who, in which roles (with the number of the organisation), and what there is to try."""

    brukernavn: str
    fornavn: str
    etternavn: str
    roller: tuple[tuple[Rolle, str], ...]
    proev: str | Promise
    maalform: str = "nb"
    skjermede: bool = False
    administrator: bool = False


_KOMMUNE = Rolle.KOMMUNE_FLYKTNINGTJENESTE
BRUKERE = (
    Demobruker(
        "raadgiver", "Randi", "Regnskog", ((Rolle.TILSKUDDSRAADGIVER, "50"),),
        _("Beregn det siste ferdige kvartalet, se etterbetaling og trekk, send til godkjenning"),
    ),
    Demobruker(
        "godkjenner", "Gunnar", "Godværstind", ((Rolle.TILSKUDDSGODKJENNER, "50"),),
        _("Godkjenn det rådgiveren har sendt"),
    ),
    Demobruker(
        "saksbehandler", "Sara", "Snøkvist", ((Rolle.FYLKE_SAKSBEHANDLER, "50"),),
        _("Søk opp deltakere i hele fylket, også de med adressebeskyttelse"), skjermede=True,
    ),
    Demobruker(
        "koordinator", "Kaja", "Kveldsol", ((Rolle.OPPLAERINGSKOORDINATOR, "50"),),
        _("Opplæringen i videregående: hvem går hvor, hva er meldt til kommunene, og hva mangler"),
    ),
    Demobruker(
        "karriereveileder", "Kari", "Kompasshaug", ((Rolle.KARRIEREVEILEDER, "50"),),
        _("Finn den som skal veiledes nå, les kartleggingen, avtal en samtale og skriv notatet (Karriere)"),
    ),
    Demobruker(
        "bosettingsgodkjenner", "Bodil", "Bjørkeli", ((Rolle.BOSETTINGSGODKJENNER, "50"),),
        _("Godkjenn anbefalingen om bosetting som saksbehandleren har sendt (Mer › Kommuner › Bosetting)"),
    ),
    Demobruker(
        "leder", "Liv", "Lyngvinge", ((Rolle.LEDER, "50"),),
        _("Hvordan står det til: tallene, årshjulet og årsrapporten (Mer › Ledelse)"),
    ),
    Demobruker(
        "trondheim", "Tiril", "Tordenhage", ((_KOMMUNE, "5001"),),
        _("Neema Nordlysglød (registrert sent) og Omar Isblomstvinge (sluttdato rettet)"),
    ),
    Demobruker(
        "skaun", "Stian", "Skumringsti", ((_KOMMUNE, "5029"),),
        _("Registrer fulltid videregående for Amal Måneskog; legg til sluttdato for Yonas Tåkelykt"),
    ),
    Demobruker(
        "rindal", "Ragnhild", "Rimfrosttrapp", ((_KOMMUNE, "5061"),),
        _("Det samme på nynorsk: Luwam Stjernekvist"), maalform="nn",
    ),
    Demobruker(
        "tokommuner", "Tove", "Tåkevinge", ((_KOMMUNE, "5059"), (_KOMMUNE, "5055")),
        _("Velg hvem du representerer: Orkland eller Heim. Jawad Bølgeskumsti bor i Orkland"),
    ),
    Demobruker(
        "trondheimadmin", "Trygve", "Trollhegg", ((Rolle.KOMMUNE_ADMINISTRATOR, "5001"),),
        _("Inviter en bruker i Trondheim, endre rollen, steng tilgangen (Mer › Brukere)"),
    ),
    Demobruker(
        "trondheimvo", "Vilja", "Vinterhimmel", ((Rolle.KOMMUNE_VOKSENOPPLAERING, "5001"),),
        _("Det voksenopplæringen ser og registrerer: norskmål, timer, fravær og prøver"),
    ),
    Demobruker(
        "skole", "Siv", "Solglitter", ((Rolle.SKOLEKONTAKT, SKOLE),),
        _("Det en skole ser: egne elever og klasser, og ingen andre i personregisteret"),
    ),
    Demobruker(
        "frivillig", "Frode", "Fjellrose", ((Rolle.ORGANISASJON_SOEKER, ORGANISASJON),),
        _("Det en frivillig organisasjon ser"),
    ),
    Demobruker(
        "revisor", "Ragna", "Regnbueskog", ((Rolle.INNSYNSREVISOR, "50"),),
        _("Innsynsloggen: hvem har sett på hvem (Mer › Innsynslogg)"),
    ),
    Demobruker(
        "admin", "Aksel", "Aurorabrønn", ((Rolle.ADMINISTRATOR, "50"),),
        _("Brukere, roller og satser; administrasjonssidene på /admin/"), administrator=True,
    ),
)  # fmt: skip


def opprett_brukere(i_dag: date) -> None:
    """Create the users who are not there yet, with their roles. One hash serves all: argon2 is slow."""
    for type_, nummer, navn in PARTNERE:
        Virksomhet.objects.get_or_create(type=type_, nummer=nummer, defaults={"navn": navn, "maalform": "nb"})
    finnes = set(Bruker.objects.values_list("username", flat=True))
    nye = [b for b in BRUKERE if b.brukernavn not in finnes]
    passord = make_password(PASSORD) if nye else ""
    rader = [_bruker(b, passord) for b in nye]
    if REGISTRATOR not in finnes:
        rader.append(
            Bruker(
                username=REGISTRATOR, first_name="Registrert", last_name="i kommunen", is_active=False,
                password=make_password(None),
            )
        )  # fmt: skip
    Bruker.objects.bulk_create(rader)
    ider = dict(Bruker.objects.values_list("username", "pk"))
    virksomheter = {(v.type, v.nummer): v.pk for v in Virksomhet.objects.only("type", "nummer")}
    Rolletildeling.objects.bulk_create(
        Rolletildeling(
            bruker_id=ider[bruker.brukernavn],
            virksomhet_id=virksomheter[virksomhetstype_for(rolle), nummer],
            rolle=rolle,
            fra=date(i_dag.year - 4, 1, 1),
            kan_se_skjermede=bruker.skjermede,
        )
        for bruker in nye
        for rolle, nummer in bruker.roller
    )


def _bruker(bruker: Demobruker, passord: str) -> Bruker:
    return Bruker(
        username=bruker.brukernavn,
        first_name=bruker.fornavn,
        last_name=bruker.etternavn,
        email=f"{bruker.brukernavn}@demo.example",
        maalform=bruker.maalform,
        is_staff=bruker.administrator,
        is_superuser=bruker.administrator,
        password=passord,
    )
