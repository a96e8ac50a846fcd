"""Informasjonsforespørsler og overleveringer: hva som kreves, og hva som bevares."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.nir.models import Person
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Innsyn
from integrering.tilgang.roller import Rolle
from integrering.utveksling.meldinger import actions
from integrering.utveksling.meldinger.actions import Overlevert
from integrering.utveksling.meldinger.models import Forespoersel, Forespoerselperson, Forespoerselvedlegg
from tests.fabrikk import STEINKJER, lag_aktoer, lag_person, lag_vedtak, rett
from tests.nir.handling import Som
from tests.utveksling.meldinger.post import forespoersel, innkommet, svar
from tests.utveksling.vedlegg import filer as f

pytestmark = pytest.mark.django_db
I_DAG = timezone.localdate()


@pytest.fixture
def vi() -> Aktoer:
    return lag_aktoer()


def _oppgaver(av: Aktoer) -> int:
    with kontekst(motor_kontekst()):
        return Oppgave.objects.filter(
            virksomhet_id=av.virksomhet_id, regel="FORESPOERSEL_SVAR", lukket__isnull=True
        ).count()


def test_registreres_en_gang_med_frist_og_innsyn(som: Som, vi: Aktoer) -> None:
    person, noekkel = lag_person(), uuid.uuid4()
    sak = forespoersel(vi, person, noekkel=noekkel, mottatt=I_DAG)
    assert forespoersel(vi, person, noekkel=noekkel) == sak
    assert (sak.frist - I_DAG).days in range(28, 32)
    with som(vi):
        assert Forespoersel.objects.count() == 1
        innsyn = Innsyn.objects.get(person_id=person.pk)
        assert (innsyn.hvor, innsyn.grunn) == ("forespoersel", sak.saksnummer)
    assert _oppgaver(vi) == 1


def test_utlevering_lukker_oppgaven_og_logges(som: Som, vi: Aktoer) -> None:
    person = lag_person()
    sak = forespoersel(vi, person)
    with som(vi):
        ferdig = actions.avgjoer_forespoersel(
            forespoersel=sak, versjon=1, felter=svar(), av=vi, filer=[f.opplastet()]
        )
        assert (ferdig.avgjoerelse, ferdig.avgjort_av_id, ferdig.versjon) == ("utlevert", vi.bruker_id, 2)
        assert Forespoerselvedlegg.objects.get().vedlegg.laast is not None
        assert Innsyn.objects.filter(hvor="utlevering", person_id=person.pk).count() == 1
        assert [h.slag for h in ferdig.hendelser.all()] == ["registrert", "avgjort"]
    assert _oppgaver(vi) == 0


def test_foreloepig_svar_er_ingen_avgjoerelse(som: Som, vi: Aktoer) -> None:
    sak = forespoersel(vi)
    tomt = svar(avgjoerelse="", avgjort=None, utlevert_hva=[], maate="", foreloepig_svar=I_DAG)
    with som(vi):
        ferdig = actions.avgjoer_forespoersel(forespoersel=sak, versjon=1, felter=tomt, av=vi)
    assert (ferdig.avgjoerelse, ferdig.avgjort_av_id) == ("", None)
    assert _oppgaver(vi) == 1


@pytest.mark.parametrize(
    ("felt", "hvor"),
    [
        ({"avgjoerelse": "", "avgjort": None, "utlevert_hva": []}, {"avgjoerelse"}),
        ({"avgjoerelse": "avslaatt", "utlevert_hva": []}, {"begrunnelse"}),
        ({"avgjoerelse": "delvis"}, {"begrunnelse"}),
        ({"avgjoerelse": "avslaatt", "begrunnelse": "Ingen hjemmel"}, {"utlevert_hva"}),
        ({"utlevert_hva": [], "maate": ""}, {"utlevert_hva", "maate"}),
        ({"avgjort": None}, {"avgjort"}),
        ({"avgjort": I_DAG + timedelta(1)}, {"avgjort"}),
        ({"foreloepig_svar": I_DAG - timedelta(1)}, {"foreloepig_svar"}),
    ],
)
def test_det_som_mangler_i_svaret(som: Som, vi: Aktoer, felt: dict[str, Any], hvor: set[str]) -> None:
    sak = forespoersel(vi)
    with som(vi), pytest.raises(Regelbrudd) as brudd:
        actions.avgjoer_forespoersel(forespoersel=sak, versjon=1, felter=svar(**felt), av=vi)
    assert set(brudd.value.meldinger) == hvor


def test_rettelser_krever_grunn_og_bevarer_det_gamle(som: Som, vi: Aktoer) -> None:
    en, to = lag_person(), lag_person()
    sak = forespoersel(vi, en)
    rettet = innkommet(organ="Skatteetaten", mottatt=I_DAG - timedelta(3))
    with som(vi):
        with pytest.raises(Regelbrudd, match="hvorfor"):
            actions.rett_forespoersel(
                forespoersel=sak, versjon=1, felter=rettet, personer=[to], aarsak=" ", av=vi
            )
        actions.rett_forespoersel(
            forespoersel=sak, versjon=1, felter=rettet, personer=[to], aarsak="Feil organ", av=vi
        )
        naa = Forespoersel.objects.get()
        siste = naa.hendelser.last()
        assert siste is not None
        assert (naa.organ, siste.aarsak, siste.endret["organ"]) == (
            "Skatteetaten", "Feil organ", ["Nav Prøvedal", "Skatteetaten"],
        )  # fmt: skip
        assert naa.frist < sak.frist
        ute = dict(Forespoerselperson.objects.values_list("person_id", "tatt_ut"))
        assert ute[en.pk] is not None and ute[to.pk] is None
        actions.rett_forespoersel(
            forespoersel=sak, versjon=2, felter=rettet, personer=[en, to], aarsak="Begge", av=vi
        )
        assert set(Forespoerselperson.objects.values_list("tatt_ut", flat=True)) == {None}


def test_en_avgjoerelse_rettes_med_grunn(som: Som, vi: Aktoer) -> None:
    sak = forespoersel(vi)
    with som(vi):
        actions.avgjoer_forespoersel(forespoersel=sak, versjon=1, felter=svar(), av=vi)
        avslag = svar(avgjoerelse="avslaatt", begrunnelse="Feil person", utlevert_hva=[], maate="")
        with pytest.raises(Regelbrudd, match="hvorfor"):
            actions.avgjoer_forespoersel(forespoersel=sak, versjon=2, felter=avslag, av=vi)
        naa = actions.avgjoer_forespoersel(
            forespoersel=sak, versjon=2, felter=avslag, av=vi, aarsak="Tastefeil"
        )
        assert [h.slag for h in naa.hendelser.all()] == ["registrert", "avgjort", "rettet"]


def test_to_samtidig_den_andre_ser_den_foerstes(som: Som, vi: Aktoer) -> None:
    sak = forespoersel(vi)
    with som(vi):
        actions.rett_forespoersel(
            forespoersel=sak, versjon=1, felter=innkommet(organ="A"), personer=[], aarsak="x", av=vi
        )
        with pytest.raises(Konflikt):
            actions.rett_forespoersel(
                forespoersel=sak, versjon=1, felter=innkommet(organ="B"), personer=[], aarsak="x", av=vi
            )
        assert Forespoersel.objects.get().organ == "A"


def test_framtid_og_fremmede(som: Som, vi: Aktoer) -> None:
    with pytest.raises(Regelbrudd, match="fram i tid"):
        forespoersel(vi, mottatt=I_DAG + timedelta(1))
    sak, andre = forespoersel(vi), lag_aktoer(nummer=STEINKJER)
    with som(andre), pytest.raises(IkkeTilgang):
        actions.avgjoer_forespoersel(forespoersel=sak, versjon=1, felter=svar(), av=andre)
    with pytest.raises(IkkeTilgang):
        forespoersel(lag_aktoer(Rolle.SKOLEKONTAKT))


def test_en_forespoersel_om_en_som_blir_skjermet_forsvinner_for_andre(som: Som, vi: Aktoer) -> None:
    person = lag_person()
    forespoersel(vi, person)
    with kontekst(motor_kontekst()):
        from integrering.nir.models import Personopplysning

        naa = Personopplysning.objects.get(person=person)
    rett(naa, adressebeskyttelse="strengt_fortrolig")
    with som(vi):
        assert (Forespoersel.objects.count(), Forespoerselperson.objects.count()) == (0, 0)
    with som(lag_aktoer(skjermede=True)):
        assert (Forespoersel.objects.count(), Forespoerselperson.objects.count()) == (1, 1)


HVA = Overlevert(I_DAG, "Kari ved Nav", "Ola", "personlig", "vedtak")


@pytest.fixture
def skjermet() -> Person:
    person = lag_person(adressebeskyttelse="fortrolig")
    lag_vedtak(person)
    with kontekst(motor_kontekst()):
        return Person.objects.get(pk=person.pk)


def test_overlevering_bare_om_skjermede_og_bare_med_tilgang(som: Som, skjermet: Person) -> None:
    ser, ser_ikke = lag_aktoer(skjermede=True), lag_aktoer()
    with som(ser_ikke), pytest.raises(IkkeTilgang):
        actions.registrer_overlevering(person=skjermet, hva=HVA, noekkel=uuid.uuid4(), av=ser_ikke)
    with som(ser):
        with pytest.raises(Regelbrudd, match="Send en melding"):
            actions.registrer_overlevering(person=lag_person(), hva=HVA, noekkel=uuid.uuid4(), av=ser)
        i_morgen = Overlevert(I_DAG + timedelta(1), "a", "b", "telefon", "c")
        with pytest.raises(Regelbrudd, match="fram i tid"):
            actions.registrer_overlevering(person=skjermet, hva=i_morgen, noekkel=uuid.uuid4(), av=ser)


def test_overlevering_rettes_en_gang_med_grunn_av_egen_virksomhet(som: Som, skjermet: Person) -> None:
    ser, fylket = lag_aktoer(skjermede=True), lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER, skjermede=True)

    def registrer(av: Aktoer, **felt: Any) -> Any:
        return actions.registrer_overlevering(person=skjermet, hva=HVA, noekkel=uuid.uuid4(), av=av, **felt)

    with som(ser):
        foerste = registrer(ser)
        with pytest.raises(Regelbrudd, match="hvorfor"):
            registrer(ser, retter=foerste)
        ny = registrer(ser, retter=foerste, aarsak="Feil dato")
        assert (ny.retter, ny.aarsak) == (foerste, "Feil dato")
        with pytest.raises(Regelbrudd, match="alt rettet"):
            registrer(ser, retter=foerste, aarsak="Igjen")
    with som(fylket), pytest.raises(IkkeTilgang):
        registrer(fylket, retter=foerste, aarsak="Ikke vår")
