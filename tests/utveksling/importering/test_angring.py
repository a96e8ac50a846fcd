"""Undoing a whole import: everything goes back, or nothing does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import ProgrammingError, transaction
from django.urls import reverse
from psycopg.sql import SQL

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir.models import Bosted, Flyttesak, FulltidVgo, Person, Personopplysning, Vedtak
from integrering.nir.queries.personer import personer, soek
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from integrering.utveksling.importering import actions, versjoner
from integrering.utveksling.importering.actions import angre as angre_modul
from integrering.utveksling.importering.models import Angring, Import, Importspor
from integrering.utveksling.importering.staging import sql_fil
from tests import fabrikk
from tests.tilgang.hjelp import inn
from tests.utveksling.importering import flyt
from tests.utveksling.importering.hjelp import (
    BOSTEDER,
    PERSONER,
    VEDTAK,
    VGO,
    fil,
    importer,
    importer_alt,
    personrad,
    statuser,
)

pytestmark = pytest.mark.django_db
START = "01.04.2023"


def vedtaksrad(person: Person, start: str = START, noekkel: str = "v1") -> str:
    return f"{person.duf};norsk;innvilget;01.03.2023;{start};{noekkel}"


def vedtak(*rader: str) -> str:
    return fil(f"{VEDTAK};noekkel", *rader)


def angre(kvittering: Import, av: Aktoer) -> Angring:
    with kontekst(kontekst_for(av)):
        return actions.angre_import(kvittering=kvittering, av=av)


def plan(kvittering: Import, av: Aktoer) -> actions.Plan:
    with kontekst(kontekst_for(av)):
        return actions.planlegg_angring(kvittering=kvittering, av=av)


def gjeldende(modell: type[ToKlokker]) -> list[Any]:
    return list(modell._default_manager.filter(erstattet__isnull=True, annullert=False).order_by("id"))


def flytt_foer(steg: str, person: Person) -> Callable[..., Any]:
    """Return `sql_fil`, but for that somebody else registers that the person moved just before the step."""

    def sql(navn: str, **deler: Any) -> Any:
        if navn == steg:
            with kontekst(motor_kontekst()):
                fabrikk.rett(Bosted.objects.get(person=person), til=date(2023, 12, 31))
                fabrikk.lag_bosted(person, kommune=fabrikk.STEINKJER, fra=date(2024, 1, 1))
        return sql_fil(navn, **deler)

    return sql


def test_nye_registreringer_blir_annullert(saksbehandler: Aktoer, person: Person, motor: None) -> None:
    kvittering = importer_alt("vedtak", vedtak(vedtaksrad(person)), saksbehandler).kvittering
    assert plan(kvittering, saksbehandler) == actions.Plan(1, 0, [])
    assert gjeldende(Vedtak) != []
    angring = angre(kvittering, saksbehandler)
    assert (angring.annullerte, angring.tilbakefoerte) == (1, 0)
    assert gjeldende(Vedtak) == []
    foerste, siste = Vedtak.objects.order_by("registrert", "id")
    assert (siste.annullert, siste.aarsak, siste.registrert) == (True, "Import angret", foerste.erstattet)
    assert siste.startdato == foerste.startdato
    # again, it is the same undoing; and the corrected file goes in with the same keys
    assert angre(kvittering, saksbehandler) == angring
    assert importer("vedtak", vedtak(vedtaksrad(person, "02.04.2023")), saksbehandler) == [("ny", "")]


def test_rettede_registreringer_faar_tilbake_det_som_sto(
    saksbehandler: Aktoer, person: Person, motor: None
) -> None:
    importer_alt("vedtak", vedtak(vedtaksrad(person)), saksbehandler)
    rettet = importer_alt("vedtak", vedtak(vedtaksrad(person, "05.04.2023")), saksbehandler).kvittering
    angring = angre(rettet, saksbehandler)
    assert (angring.annullerte, angring.tilbakefoerte) == (0, 1)
    [naa] = gjeldende(Vedtak)
    assert (naa.startdato, naa.noekkel, naa.aarsak) == (date(2023, 4, 1), "v1", "Import angret")
    assert Vedtak.objects.count() == 3


def test_personer_som_kom_med_importen_gaar_ut_av_listene(trondheim: Aktoer, motor: None) -> None:
    duf = fabrikk.nytt_duf()
    tekst = fil(PERSONER, personrad(duf, fornavn="Angra"))
    kvittering = importer_alt("personer", tekst, trondheim).kvittering
    assert Person.objects.get(duf=duf) in personer()
    angre(kvittering, trondheim)
    person = Person.objects.get(duf=duf)
    assert person not in personer()
    assert (person.fornavn, person.foedselsdato) == ("", None)
    assert soek("Angra") == []
    leser = inn(fabrikk.lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    assert leser.get(reverse("person", args=[person.noekkel])).status_code == 200
    # the same person, brought in again by the one who undid it
    assert statuser(importer("personer", tekst, trondheim)) == ["ny versjon"]
    person.refresh_from_db()
    assert person in personer()
    assert soek("Angra") == [person]
    assert importer("personer", tekst, trondheim) == [("uendret", "")]
    [naa] = gjeldende(Personopplysning)
    assert naa.registrering_id == Personopplysning.objects.order_by("id")[0].registrering_id


def test_en_gjeninnfoert_person_kan_angres_igjen(saksbehandler: Aktoer, motor: None) -> None:
    duf = fabrikk.nytt_duf()
    for navn in ("Første", "Andre"):
        rader = fil(f"{PERSONER};noekkel", personrad(duf, fornavn=navn) + ";p1")
        utfall = importer_alt("personer", rader, saksbehandler)
        assert utfall.alt_godt, utfall.feil
        angre(utfall.kvittering, saksbehandler)
        assert gjeldende(Personopplysning) == []
    ulike = fil(PERSONER, personrad(duf, fornavn="A"), personrad(duf, fornavn="B"))
    assert statuser(importer("personer", ulike, saksbehandler)) == ["avvist", "avvist"]


def test_en_senere_rettelse_staar_i_veien(saksbehandler: Aktoer, person: Person, motor: None) -> None:
    foerste = importer_alt("vedtak", vedtak(vedtaksrad(person)), saksbehandler).kvittering
    andre = importer_alt("vedtak", vedtak(vedtaksrad(person, "05.04.2023")), saksbehandler).kvittering
    [bygg] = plan(foerste, saksbehandler).bygg
    assert bygg.tekst == "1 registrering er endret eller lagt til etter importen."
    assert [lenke.url for lenke in bygg.lenker] == [
        reverse("import_kvittering", args=[andre.noekkel]),
        reverse("person", args=[person.noekkel]),
    ]
    with pytest.raises(actions.ByggerPaa) as nei:
        angre(foerste, saksbehandler)
    assert nei.value.bygg == [bygg]
    assert not Angring.objects.exists()
    # the latest first; what it set back is the first one's again
    angre(andre, saksbehandler)
    assert plan(foerste, saksbehandler) == actions.Plan(1, 0, [])
    angre(foerste, saksbehandler)
    assert gjeldende(Vedtak) == []


def test_andre_registreringer_om_nye_personer_staar_i_veien(saksbehandler: Aktoer, motor: None) -> None:
    dufer = [fabrikk.nytt_duf() for _nr in range(3)]
    kvittering = importer_alt("personer", fil(PERSONER, *map(personrad, dufer)), saksbehandler).kvittering
    bosteder = importer_alt(
        "bosteder", fil(BOSTEDER, *(f"{d};5001;01.03.2023;" for d in dufer[:2])), saksbehandler
    ).kvittering
    [bygg] = plan(kvittering, saksbehandler).bygg
    assert bygg.tekst.startswith("2 registreringer")
    angre(bosteder, saksbehandler)
    assert plan(kvittering, saksbehandler).bygg == []
    angre(kvittering, saksbehandler)
    assert gjeldende(Bosted) == gjeldende(Personopplysning) == []


def test_en_sak_om_en_ny_person_staar_i_veien(saksbehandler: Aktoer, motor: None) -> None:
    duf = fabrikk.nytt_duf()
    kvittering = importer_alt("personer", fil(PERSONER, personrad(duf)), saksbehandler).kvittering
    Flyttesak.objects.create(
        person=Person.objects.get(duf=duf),
        til_kommune=fabrikk.virksomhet(fabrikk.STEINKJER),
        fra=date(2024, 1, 1),
        meldt_av_id=saksbehandler.bruker_id,
    )
    [bygg] = plan(kvittering, saksbehandler).bygg
    assert bygg.tekst == "Flyttesaker om personer i importen: 1"


def test_det_som_sto_passer_ikke_lenger(saksbehandler: Aktoer, person: Person, motor: None) -> None:
    def rad(fra: str, til: str) -> str:
        return fil(f"{VGO};noekkel", f"{person.duf};50;Skolen;{fra};{til};30;nei;nei;p1")

    importer_alt("vgo", rad("01.08.2023", "01.06.2024"), saksbehandler)
    rettet = importer_alt("vgo", rad("01.08.2023", "31.12.2023"), saksbehandler).kvittering
    fabrikk.lag_vgo(person, fra=date(2024, 1, 2), til=date(2024, 6, 1))
    with pytest.raises(Regelbrudd, match="passer ikke sammen"), transaction.atomic():
        angre(rettet, saksbehandler)
    assert FulltidVgo.objects.filter(erstattet__isnull=True).count() == 2


def test_den_som_har_mistet_en_person_angrer_ingenting(trondheim: Aktoer, motor: None) -> None:
    to = [fabrikk.lag_person() for _nr in range(2)]
    tekst = vedtak(*(vedtaksrad(p, noekkel=f"v{n}") for n, p in enumerate(to)))
    kvittering = importer_alt("vedtak", tekst, trondheim).kvittering
    fabrikk.rett(Bosted.objects.get(person=to[0]), til=date(2023, 12, 31))
    fabrikk.lag_bosted(to[0], kommune=fabrikk.STEINKJER, fra=date(2024, 1, 1))
    with pytest.raises(Regelbrudd, match="hører ikke til hos dere lenger"), transaction.atomic():
        angre(kvittering, trondheim)
    assert len(gjeldende(Vedtak)) == 2


def test_en_person_som_flytter_mens_importen_angres(
    trondheim: Aktoer, motor: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Registered by somebody else between the closing of the versions and the writing of the next ones."""
    person = fabrikk.lag_person()
    fylket = fabrikk.virksomhet(fabrikk.FYLKET)
    fabrikk.rett(Personopplysning.objects.get(person=person), annullert=True, virksomhet_id=fylket.pk)
    utfall = importer_alt("personer", fil(PERSONER, personrad(person.duf)), trondheim)
    assert utfall.alt_godt, utfall.feil
    assert plan(utfall.kvittering, trondheim) == actions.Plan(0, 1, [])

    monkeypatch.setattr(angre_modul, "sql_fil", flytt_foer("angre_inn", person))
    with pytest.raises(Regelbrudd, match="hører ikke til hos dere lenger"), transaction.atomic():
        angre(utfall.kvittering, trondheim)
    [naa] = gjeldende(Personopplysning)
    assert naa.fornavn == "Amal"
    assert not Angring.objects.exists()


def test_en_person_som_flytter_fra_kommunen_mens_den_angrer_sitt_eget(
    trondheim: Aktoer, motor: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The municipality still sees what it registered itself, and the database refuses the next version."""
    person = fabrikk.lag_person()
    kvittering = importer_alt("vedtak", vedtak(vedtaksrad(person)), trondheim).kvittering

    monkeypatch.setattr(angre_modul, "sql_fil", flytt_foer("angre_inn", person))
    with pytest.raises(Regelbrudd, match="hører ikke til hos dere lenger"), transaction.atomic():
        angre(kvittering, trondheim)
    assert len(gjeldende(Vedtak)) == 1
    assert not Angring.objects.exists()


def test_en_person_som_flytter_mens_filen_leses_inn(
    trondheim: Aktoer, motor: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of the file is saved, and the user is told why and what to do."""
    person = fabrikk.lag_person()
    monkeypatch.setattr(versjoner, "sql_fil", flytt_foer("innsett", person))
    with pytest.raises(Regelbrudd, match="flyttet fra dere mens filen ble lest inn"), transaction.atomic():
        importer("vedtak", vedtak(vedtaksrad(person)), trondheim)
    assert not Vedtak.objects.exists()


@pytest.mark.parametrize("gjoer", ["importer", "angre"])
def test_en_feil_i_databasen_er_ikke_en_flytting(
    trondheim: Aktoer, person: Person, motor: None, monkeypatch: pytest.MonkeyPatch, gjoer: str
) -> None:
    """Only the wall's own refusal is explained as a move."""
    kvittering = importer_alt("vedtak", vedtak(vedtaksrad(person)), trondheim).kvittering
    modul, steg = {"importer": (versjoner, "innsett"), "angre": (angre_modul, "angre_inn")}[gjoer]

    def feil(navn: str, **deler: Any) -> Any:
        return SQL("SELECT * FROM finnes_ikke") if navn == steg else sql_fil(navn, **deler)

    monkeypatch.setattr(modul, "sql_fil", feil)
    with pytest.raises(ProgrammingError, match="finnes_ikke"), transaction.atomic():
        if gjoer == "angre":
            angre(kvittering, trondheim)
        else:
            importer("vedtak", vedtak(vedtaksrad(person, "01.06.2023", "v2")), trondheim)


def test_hvem_som_kan_angre(saksbehandler: Aktoer, trondheim: Aktoer, person: Person, motor: None) -> None:
    kvittering = importer_alt("vedtak", vedtak(vedtaksrad(person)), saksbehandler).kvittering
    kollega = fabrikk.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)
    for andre in (kollega, trondheim):
        with pytest.raises(IkkeTilgang):
            angre(kvittering, andre)
    # an administrator of the county, but not of the municipality's imports
    administrator = fabrikk.lag_aktoer(Rolle.ADMINISTRATOR)
    assert not actions.kan_angre(
        kvittering=importer_alt(
            "vedtak", vedtak(vedtaksrad(person, "01.05.2023", "k")), trondheim
        ).kvittering,
        av=administrator,
    )
    angre(kvittering, administrator)


def test_satser_angres_ikke_samlet(db: None, motor: None) -> None:
    raadgiver = fabrikk.lag_aktoer(Rolle.TILSKUDDSRAADGIVER)
    rad = "P-AR;1;H;2026;36500;vedtatt;Prop. 1 S"
    kvittering = importer_alt(
        "satser", fil("ordning;aar_nr;landgruppe;budsjettaar;beloep;status;kilde", rad), raadgiver
    ).kvittering
    with pytest.raises(Regelbrudd, match="siden Satser"):
        actions.start_angring(kvittering=kvittering, av=raadgiver)
    nettleser = inn(fabrikk.lag_bruker(Rolle.ADMINISTRATOR))
    vist = nettleser.get(reverse("import_kvittering", args=[kvittering.noekkel])).content.decode()
    assert "kan ikke angres samlet" in vist
    assert reverse("import_angre", args=[kvittering.noekkel]) not in vist


def test_en_import_fra_foer_sporene(
    saksbehandler: Aktoer, person: Person, motor: None, superbruker_dsn: str
) -> None:
    kvittering = importer_alt("vedtak", vedtak(vedtaksrad(person)), saksbehandler).kvittering
    uten = Import.objects.create(
        slag="vedtak", bruker_id=saksbehandler.bruker_id, virksomhet_id=saksbehandler.virksomhet_id,
        sha256=kvittering.sha256, stoerrelse=1, nye=1, uendrede=0, nye_versjoner=0, avviste=0,
    )  # fmt: skip
    with pytest.raises(Regelbrudd, match="for gammel til å angres"):
        plan(uten, saksbehandler)


def test_en_import_som_ikke_endret_noe(saksbehandler: Aktoer, person: Person, motor: None) -> None:
    importer_alt("vedtak", vedtak(vedtaksrad(person)), saksbehandler)
    kvittering = importer_alt("vedtak", vedtak(vedtaksrad(person)), saksbehandler).kvittering
    assert plan(kvittering, saksbehandler) == actions.Plan(0, 0, [])
    angring = angre(kvittering, saksbehandler)
    assert (angring.annullerte, angring.tilbakefoerte) == (0, 0)
    assert len(gjeldende(Vedtak)) == 1


def test_sporene_er_faa_og_bare_jobbenes(
    saksbehandler: Aktoer, motor: None, som: Callable[[Aktoer], Any]
) -> None:
    importer("personer", fil(PERSONER, *(personrad(fabrikk.nytt_duf()) for _nr in range(40))), saksbehandler)
    assert set(Importspor.objects.values_list("tabell", flat=True)) == {"nir_person", "nir_personopplysning"}
    from django.db import DatabaseError

    with pytest.raises(DatabaseError), transaction.atomic(), som(saksbehandler):
        Importspor.objects.count()


# --- The pages ---


def test_sidene(person: Person, motor: None) -> None:
    bruker = fabrikk.lag_bruker(Rolle.FYLKE_SAKSBEHANDLER)
    leser, av = inn(bruker), fabrikk.aktoer(bruker)
    foerste = flyt.importer_i_nettleser(leser, "vedtak", vedtak(vedtaksrad(person)))
    andre = importer_alt("vedtak", vedtak(vedtaksrad(person, "05.04.2023")), av).kvittering
    adresse = reverse("import_angre", args=[foerste.noekkel])
    vist = leser.get(adresse).content.decode()
    assert "fordi noe bygger på den" in vist
    assert reverse("import_kvittering", args=[andre.noekkel]) in vist
    assert "Angre importen</button>" not in vist
    assert leser.post(adresse).status_code == 409

    adresse = reverse("import_angre", args=[andre.noekkel])
    assert "Angre importen</button>" in leser.get(adresse).content.decode()
    svar = leser.post(adresse)
    assert svar.headers["Location"].startswith("/jobber/")
    igjen = leser.post(adresse, follow=True)
    assert "allerede i gang" in igjen.content.decode()
    [jobb] = flyt.gjoer_jobbene()
    assert (jobb.tilstand, jobb.resultat) == ("ferdig", {"annullerte": 0, "tilbakefoerte": 1})
    assert leser.get(adresse).headers["Location"] == reverse("import_kvittering", args=[andre.noekkel])
    kvittering = leser.get(reverse("import_kvittering", args=[andre.noekkel])).content.decode()
    assert "Angret av Kari Prøve" in kvittering
    assert "Angret" in leser.get(reverse("import_kvitteringer")).content.decode()

    kollega = inn(fabrikk.lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    assert kollega.get(reverse("import_angre", args=[foerste.noekkel])).status_code == 403
    assert inn(fabrikk.lag_bruker()).get(adresse).status_code == 404


def test_jobben_sier_hva_som_bygger_paa(person: Person, motor: None) -> None:
    """What came between the page and the job is found by the job."""
    bruker = fabrikk.lag_bruker(Rolle.FYLKE_SAKSBEHANDLER)
    av = fabrikk.aktoer(bruker)
    foerste = importer_alt("vedtak", vedtak(vedtaksrad(person)), av).kvittering
    with kontekst(motor_kontekst()):
        actions.start_angring(kvittering=foerste, av=av)
    importer_alt("vedtak", vedtak(vedtaksrad(person, "05.04.2023")), av)
    [jobb] = flyt.gjoer_jobbene()
    assert jobb.tilstand == "feilet"
    assert jobb.feil.startswith("Importen kan ikke angres fordi noe bygger på den. 1 registrering")
