"""Hver tabell som feil virksomhet og feil rolle, prøvd forbi handlingene; og to som sender samtidig."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, connection, connections, transaction
from django.utils import timezone

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from integrering.utveksling.meldinger import actions
from integrering.utveksling.meldinger import models as m
from integrering.utveksling.meldinger.actions import Overlevert
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_person, virksomhet
from tests.nir.handling import Som
from tests.utveksling.meldinger.post import forespoersel, lag_utkast, mottak, send
from tests.utveksling.vedlegg import filer as f

I_SAMTALEN: tuple[Any, ...] = (m.Samtale, m.Deltaker, m.Melding, m.Meldingsvedlegg, m.Mottak, m.Purring)
EGNE: tuple[Any, ...] = (m.Utkast, m.Utkastvedlegg)
SAKER: tuple[Any, ...] = (
    m.Forespoersel, m.Forespoerselperson, m.Forespoerselvedlegg, m.Forespoerselhendelse,
)  # fmt: skip
FREMMEDE = [
    (Rolle.KOMMUNE_FLYKTNINGTJENESTE, STEINKJER),
    (Rolle.SKOLEKONTAKT, ""),
    (Rolle.ORGANISASJON_SOEKER, ""),
]


def _avvist(gjoer: Callable[[], object]) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        gjoer()


def _antall(tabeller: tuple[Any, ...]) -> list[int]:
    return [tabell.objects.count() for tabell in tabeller]


class Verden:
    """The county has written to Trondheim about a person, reminded it, begun a draft and got a request."""

    def __init__(self) -> None:
        self.fylket = lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)
        self.trondheim = lag_aktoer()
        self.person = lag_person()
        til = virksomhet(TRONDHEIM)
        self.melding = send(
            self.fylket, til, person=self.person, krever_kvittering=True, filer=[f.opplastet()]
        )
        self.mottak = mottak(self.melding, self.trondheim)
        with kontekst(kontekst_for(self.fylket)):
            actions.purr(mottak=[self.mottak], av=self.fylket)
        self.utkast = lag_utkast(self.fylket, til, person=self.person, filer=[f.opplastet()])
        self.sak = forespoersel(self.fylket, self.person)


@pytest.fixture
def verden(db: None) -> Verden:
    return Verden()


@pytest.mark.django_db
class TestVegger:
    def test_begge_parter_ser_samtalen_bare_avsenderen_utkastet(self, som: Som, verden: Verden) -> None:
        with som(verden.trondheim):
            assert _antall(I_SAMTALEN) == [1, 2, 1, 1, 1, 1]
            assert _antall(EGNE) == [0, 0]
            assert _antall(SAKER) == [0, 0, 0, 0]
        with som(verden.fylket):
            assert _antall(I_SAMTALEN) == [1, 2, 1, 1, 1, 1]
            assert _antall(EGNE) == [1, 1]
            assert _antall(SAKER) == [1, 1, 0, 1]

    @pytest.mark.parametrize(("rolle", "sted"), FREMMEDE)
    def test_andre_ser_ingenting(self, som: Som, verden: Verden, rolle: Rolle, sted: str) -> None:
        fremmed = lag_aktoer(rolle, sted)
        with som(fremmed):
            assert _antall((*I_SAMTALEN, *EGNE)) == [0] * 8
            for tabell in SAKER:
                if fremmed.er_kommune:
                    assert tabell.objects.count() == 0
                else:
                    _avvist(tabell.objects.count)

    def test_brukeradministrator_og_den_uten_rolle_naar_ingen_tabell(self, som: Som, verden: Verden) -> None:
        with som(lag_aktoer(Rolle.KOMMUNE_ADMINISTRATOR)):
            for tabell in (*I_SAMTALEN, *EGNE, *SAKER, m.Overlevering):
                _avvist(tabell.objects.count)
        for tabell in (*I_SAMTALEN, *EGNE, *SAKER, m.Overlevering):
            _avvist(tabell.objects.count)

    @pytest.mark.parametrize(("rolle", "sted"), [*FREMMEDE, (Rolle.KOMMUNE_FLYKTNINGTJENESTE, TRONDHEIM)])
    def test_ingen_skriver_i_andres_navn(self, som: Som, verden: Verden, rolle: Rolle, sted: str) -> None:
        hvem, melding = lag_aktoer(rolle, sted), verden.melding
        fylket = verden.fylket.virksomhet_id
        with som(hvem):
            _avvist(
                lambda: m.Melding.objects.create(
                    samtale_id=melding.samtale_id, tekst="x", virksomhet_id=fylket,
                    avsender_id=hvem.bruker_id, idempotens=uuid.uuid4(),
                )
            )  # fmt: skip
            _avvist(
                lambda: m.Mottak.objects.create(
                    melding=melding, samtale_id=melding.samtale_id, virksomhet_id=hvem.virksomhet_id,
                    sendt=timezone.now(),
                )
            )  # fmt: skip
            _avvist(
                lambda: m.Deltaker.objects.create(
                    samtale_id=melding.samtale_id, virksomhet=virksomhet(STEINKJER)
                )
            )
            _avvist(
                lambda: m.Purring.objects.create(
                    mottak=verden.mottak, dag=timezone.localdate(), av_id=hvem.bruker_id
                )
            )
            _avvist(
                lambda: m.Utkastvedlegg.objects.create(
                    utkast=verden.utkast, vedlegg_id=1, virksomhet_id=hvem.virksomhet_id
                )
            )

    def test_ingen_henger_andres_fil_paa_sin_egen_melding(self, som: Som, verden: Verden) -> None:
        """The row of links says whose file it is, and the foreign key holds it to that."""
        egen = send(verden.trondheim, virksomhet(STEINKJER))
        with kontekst(motor_kontekst()):
            fremmed = m.Utkastvedlegg.objects.get().vedlegg_id
        with som(verden.trondheim):
            _avvist(
                lambda: m.Meldingsvedlegg.objects.create(
                    melding=egen, vedlegg_id=fremmed, virksomhet_id=verden.trondheim.virksomhet_id
                )
            )
            _avvist(
                lambda: m.Meldingsvedlegg.objects.create(
                    melding=egen, vedlegg_id=fremmed, virksomhet_id=verden.fylket.virksomhet_id
                )
            )

    def test_sendt_kan_ikke_endres_eller_slettes(self, som: Som, verden: Verden) -> None:
        for hvem in (verden.fylket, verden.trondheim):
            with som(hvem):
                for tabell in (*I_SAMTALEN, *EGNE):
                    _avvist(lambda t=tabell: t.objects.all()._raw_delete("default"))  # type: ignore[misc]
                _avvist(lambda: m.Melding.objects.update(tekst="annet"))
                _avvist(lambda: m.Samtale.objects.update(tittel="annet"))
                _avvist(lambda: m.Mottak.objects.update(sendt=timezone.now()))
                _avvist(lambda: m.Purring.objects.update(av=None))
        with kontekst(motor_kontekst()):
            _avvist(lambda: m.Melding.objects.all()._raw_delete("default"))

    def test_aapnet_og_kvittert_sies_en_gang_i_eget_navn(self, som: Som, verden: Verden) -> None:
        naa, jeg = timezone.now(), verden.trondheim.bruker_id
        with som(verden.fylket):
            assert not m.Mottak.objects.update(aapnet=naa, aapnet_av_id=verden.fylket.bruker_id)
        with som(verden.trondheim):
            _avvist(lambda: m.Mottak.objects.update(aapnet=naa, aapnet_av_id=verden.fylket.bruker_id))
            assert m.Mottak.objects.update(aapnet=naa, aapnet_av_id=jeg)
            _avvist(lambda: m.Mottak.objects.update(aapnet=timezone.now(), aapnet_av_id=jeg))
            assert m.Mottak.objects.update(kvittert=naa, kvittert_av_id=jeg)
            _avvist(lambda: m.Mottak.objects.update(kvittert=None, kvittert_av_id=None))

    def test_databasen_holder_hvem_som_faar_meldinger_om_en_person(self, som: Som, verden: Verden) -> None:
        """Past the actions: neither another municipality nor a school comes into a thread about a person."""
        with som(verden.fylket):
            ny = m.Samtale.objects.create(
                saksnummer="2026/9999", emne="annet", person=verden.person,
                virksomhet_id=verden.fylket.virksomhet_id, opprettet_av_id=verden.fylket.bruker_id,
            )  # fmt: skip
            _avvist(lambda: m.Deltaker.objects.create(samtale=ny, virksomhet=virksomhet(STEINKJER)))
            _avvist(lambda: m.Deltaker.objects.create(samtale=ny, virksomhet=virksomhet("099000001")))
            m.Deltaker.objects.create(samtale=ny, virksomhet=virksomhet(TRONDHEIM))
        with som(verden.fylket):
            _avvist(
                lambda: m.Deltaker.objects.create(
                    samtale_id=verden.melding.samtale_id, virksomhet_id=verden.fylket.virksomhet_id
                )
            )

    def test_kommunen_skriver_ikke_om_andres_personer(self, som: Som, verden: Verden) -> None:
        steinkjer = lag_aktoer(nummer=STEINKJER)
        with som(steinkjer):
            _avvist(
                lambda: m.Utkast.objects.create(
                    virksomhet_id=steinkjer.virksomhet_id,
                    forfatter_id=steinkjer.bruker_id,
                    person=verden.person,
                )
            )
            _avvist(
                lambda: m.Samtale.objects.create(
                    saksnummer="2026/9998", emne="annet", person=verden.person,
                    virksomhet_id=steinkjer.virksomhet_id, opprettet_av_id=steinkjer.bruker_id,
                )
            )  # fmt: skip

    def test_teller_og_logg_er_jobbenes(self, som: Som, verden: Verden) -> None:
        with som(verden.fylket):
            _avvist(lambda: m.Saksteller.objects.update(siste=0))
            _avvist(lambda: m.Forespoerselhendelse.objects.update(aarsak="annet"))
            _avvist(lambda: m.Forespoersel.objects.all()._raw_delete("default"))

    def test_overleveringer_ser_bare_de_som_har_tilgang(self, som: Som, verden: Verden) -> None:
        skjermet = lag_person(adressebeskyttelse="fortrolig")
        ser = lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER, skjermede=True)
        hva = Overlevert(timezone.localdate(), "Kari ved Nav", "Ola", "personlig", "vedtak")
        with som(ser):
            noekkel = uuid.uuid4()
            rad = actions.registrer_overlevering(
                person=skjermet_i(skjermet.pk), hva=hva, noekkel=noekkel, av=ser
            )
            assert actions.registrer_overlevering(person=skjermet, hva=hva, noekkel=noekkel, av=ser) == rad
            assert m.Overlevering.objects.count() == 1
            _avvist(lambda: m.Overlevering.objects.update(hva="annet"))
        for hvem in (verden.fylket, verden.trondheim, lag_aktoer(nummer=STEINKJER, skjermede=True)):
            with som(hvem):
                assert m.Overlevering.objects.count() == 0


def skjermet_i(pk: int) -> Any:
    """Return the person as the one who asks sees them."""
    from integrering.nir.models import Person

    return Person.objects.get(pk=pk)


def _send_i_egen_forbindelse(utkast: m.Utkast, av: Aktoer, start: threading.Barrier, svar: list[Any]) -> None:
    try:
        start.wait(20)
        with kontekst(kontekst_for(av)):
            svar.append(actions.send(noekkel=utkast.noekkel, versjon=utkast.versjon, av=av).pk)
    except Exception as feil:
        svar.append(repr(feil))
    finally:
        connections.close_all()


def test_to_som_sender_samtidig_sender_en(egen_database: str) -> None:
    """A double click in two workers: one message, one thread, both are told the same."""
    av = lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)
    utkast = lag_utkast(av, virksomhet(TRONDHEIM))
    connection.close()
    svar: list[Any] = []
    start = threading.Barrier(2)
    traader = [
        threading.Thread(target=_send_i_egen_forbindelse, args=(utkast, av, start, svar)) for _ in range(2)
    ]
    for traad in traader:
        traad.start()
    for traad in traader:
        traad.join(60)
    assert len(svar) == 2, svar
    assert svar[0] == svar[1], svar
    with kontekst(motor_kontekst()):
        assert (m.Melding.objects.count(), m.Samtale.objects.count(), m.Mottak.objects.count()) == (1, 1, 1)
