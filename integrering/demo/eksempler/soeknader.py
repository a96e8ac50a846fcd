"""Applications for upper secondary in the demo, one of each kind; and what is agreed about a pupil."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from opplaering.actions.realkompetanse import Faglinje, lagre_realkompetanse
from opplaering.actions.samarbeid import Avtaledata, Kontaktdata, registrer_avtale, registrer_kontakt
from opplaering.actions.soeknad import (
    Avgjoerelse,
    Klage,
    Oenske,
    Soeknadsdata,
    avgjoer_soeknad,
    registrer_klage,
    registrer_soeknad,
)
from opplaering.models import Soeknad
from opplaering.rules.vgorett import skoleaar

ANTALL = 4
HELSE = (Oenske("yrkeskompetanse", "helse", "Helsefagarbeider"), Oenske("studiekompetanse"))


def lag(i_dag: date) -> None:
    """Make them as the county's coordinator and the municipality's user. Nothing without them."""
    koordinator = aktoer_med_rolle("koordinator", Rolle.OPPLAERINGSKOORDINATOR)
    kommune = aktoer_med_rolle("trondheim", Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    if koordinator is None or kommune is None:
        return
    voksen = date(i_dag.year - 20, 1, 1)
    personer = Person.objects.filter(kommune_id=kommune.virksomhet_id, skjermet=False)
    with kontekst(kontekst_for(koordinator)):
        voksne = list(personer.filter(foedselsdato__lte=voksen).order_by("-foedselsdato", "pk")[:ANTALL])
        for nr, person in enumerate(voksne):
            _soeknad(nr, person, i_dag, koordinator)
    if voksne:
        with kontekst(kontekst_for(kommune)):
            _samarbeid(voksne[0], i_dag, kommune)


def _soeknad(nr: int, person: Person, i_dag: date, av: Aktoer) -> None:
    """One that waits, one with a place, one refused and complained about, one where something is unknown."""
    mottatt = i_dag - timedelta(days=50 - 10 * nr)
    soeknad = registrer_soeknad(
        person=person,
        data=Soeknadsdata(
            mottatt=mottatt, gruppe="voksen", skoleaar=skoleaar(mottatt), oensker=HELSE,
            oensker_realkompetanse=nr == 1, grunnskole=nr != 2, utland_vgo=False,
            kompetanse=None if nr == 3 else False,
        ),
        innsending=uuid5(NAMESPACE_URL, f"demo-soeknad-{nr}"),
        av=av,
    )  # fmt: skip
    vedtak = mottatt + timedelta(days=9)
    if nr == 1:
        _med_plass(soeknad, vedtak, av)
    if nr == 2:
        avgjoer_soeknad(soeknad=soeknad, versjon=1, data=Avgjoerelse("avslag", vedtak), av=av)
        klage = Klage(klaget=vedtak + timedelta(days=8))
        registrer_klage(soeknad=soeknad, versjon=2, data=klage, av=av)


def _med_plass(soeknad: Soeknad, vedtak: date, av: Aktoer) -> None:
    fag = (("Norsk", "ikke_godkjent"), ("Helsefremmende arbeid", "godkjent"), ("Engelsk", "godkjent"))
    linjer = [Faglinje(navn, resultat, vedtak) for navn, resultat in fag]
    lagre_realkompetanse(soeknad=soeknad, linjer=linjer, av=av)
    plass = Avgjoerelse("innvilget", vedtak, oppstart=vedtak + timedelta(days=40))
    avgjoer_soeknad(soeknad=soeknad, versjon=1, data=plass, av=av)


def _samarbeid(person: Person, i_dag: date, av: Aktoer) -> None:
    registrer_kontakt(
        person=person,
        data=Kontaktdata("kommune", "Per Programrådgiver", "Programrådgiver", "73 00 00 00"),
        av=av,
    )
    for hva, ansvar, frist in (
        ("Avklare språkpraksis i ferien", "kommune", 5), ("Tilby leksehjelp i norsk", "fylke", -4),
    ):  # fmt: skip
        avtalt = i_dag - timedelta(days=30)
        data = Avtaledata(avtalt, hva, ansvar, i_dag + timedelta(days=frist))
        registrer_avtale(person=person, data=data, av=av)
