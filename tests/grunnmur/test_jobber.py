"""Jobs: the lease, the heartbeat, the sweeper, how they end."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, OperationalError, connection, transaction
from django.utils import timezone

from integrering.grunnmur import tasks
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.jobber import (
    LeieTapt,
    Loep,
    avbryt_jobb,
    kjoer_paa_nytt,
)
from integrering.grunnmur.jobber.actions import MAKS_FORSOEK, fei_jobber
from integrering.grunnmur.jobber.loep import kjoer
from integrering.grunnmur.models import Jobb, Tilstand
from tests.grunnmur.jobbhjelp import Arbeid, Sendt, ny_jobb, sendt, slag, stille, teller

__all__ = ["sendt", "slag"]


def _utloept(jobb: Jobb, **felt: Any) -> Jobb:
    standard = {"tilstand": Tilstand.KJOERER, "leie": uuid.uuid4(), "forsoek": 1}
    return stille(jobb, **(standard | {"leie_til": timezone.now() - timedelta(seconds=1)} | felt))


# --- Start ---


@pytest.mark.django_db
def test_sendes_naar_transaksjonen_er_over(sendt: Sendt, django_capture_on_commit_callbacks: Any) -> None:
    """Celery hears of a job only when its row is there for all to see."""
    with django_capture_on_commit_callbacks(execute=True):
        jobb = ny_jobb()
        assert sendt == []
    assert sendt == [str(jobb.pk)]
    assert jobb.tilstand == Tilstand.VENTER


@pytest.mark.django_db
def test_samme_noekkel_bare_en_gang_om_gangen(sendt: Sendt) -> None:
    """Two living jobs never share a key; a finished one does not stand in the way."""
    foerste = ny_jobb(noekkel="kjoering-7")
    with pytest.raises(Regelbrudd, match="allerede i gang"):
        ny_jobb(noekkel="kjoering-7")
    ny_jobb(noekkel="kjoering-8")
    ny_jobb()
    ny_jobb()
    stille(foerste, tilstand=Tilstand.FERDIG)
    andre = ny_jobb(noekkel="kjoering-7")
    stille(andre, tilstand=Tilstand.FEILET)
    ny_jobb(noekkel="kjoering-7")
    with pytest.raises(Regelbrudd, match="allerede i gang"):
        kjoer_paa_nytt(jobb=andre)


@pytest.mark.django_db
def test_andre_feil_i_raden_er_ikke_samme_noekkel(sendt: Sendt) -> None:
    """Only the key's constraint says «already running»."""
    with pytest.raises(IntegrityError), transaction.atomic():
        ny_jobb(tittel=None)


@pytest.mark.django_db
def test_megler_nede_er_ingen_feil(
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    """The row is the outbox: it stays, and the sweeper sends it when the time is up."""

    def nede(**_: Any) -> None:
        raise ConnectionError("ingen megler")

    monkeypatch.setattr(tasks.kjoer_jobb, "apply_async", nede)
    with django_capture_on_commit_callbacks(execute=True):
        jobb = ny_jobb()
    assert stille(jobb).tilstand == Tilstand.VENTER
    assert fei_jobber() == 0  # not yet: the first message may be on its way
    ider: Sendt = []
    monkeypatch.setattr(tasks.kjoer_jobb, "apply_async", lambda args, **_: ider.append(args[0]))
    stille(jobb, leie_til=timezone.now() - timedelta(seconds=1))
    assert fei_jobber() == 1
    assert ider == [str(jobb.pk)]


# --- Run ---


@pytest.mark.django_db
def test_gaar_bra(sendt: Sendt, slag: Callable[[Arbeid], str]) -> None:
    """Progress is seen while it works; the result is kept; the percentage reaches 100 only at the end."""
    sett: list[tuple[str, int]] = []

    def arbeid(loep: Loep) -> dict[str, Any]:
        for n in (1, 2, 4):
            with loep.steg(f"Steg {n}", n, 4):
                naa = Jobb.objects.get(pk=loep.jobb.pk)
                sett.append((naa.steg, naa.prosent))
        return {"antall": loep.parametre["antall"]}

    jobb = ny_jobb(slag(arbeid), parametre={"antall": 3})
    kjoer(jobb.pk)
    jobb = stille(jobb)
    assert sett == [("Steg 1", 25), ("Steg 2", 50), ("Steg 4", 99)]
    assert (jobb.tilstand, jobb.prosent, jobb.resultat, jobb.forsoek) == ("ferdig", 100, {"antall": 3}, 1)
    assert (jobb.leie, jobb.leie_til) == (None, None)
    assert jobb.ferdig is not None and not jobb.lever


@pytest.mark.django_db
def test_gjoeres_bare_en_gang(sendt: Sendt, slag: Callable[[Arbeid], str]) -> None:
    """The same message twice, or a job another worker holds: nothing happens."""
    ganger: list[int] = []
    navn = slag(teller(ganger))
    jobb = ny_jobb(navn)
    tasks.kjoer_jobb(str(jobb.pk))
    tasks.kjoer_jobb(str(jobb.pk))
    assert len(ganger) == 1
    andres = stille(ny_jobb(navn), tilstand=Tilstand.KJOERER, leie=uuid.uuid4(),
                     leie_til=timezone.now() + timedelta(seconds=20))  # fmt: skip
    kjoer(andres.pk)
    kjoer(uuid.uuid4())
    assert len(ganger) == 1
    stille(andres, leie_til=timezone.now() - timedelta(seconds=1))
    kjoer(andres.pk)
    assert len(ganger) == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("feil", "tekst"),
    [
        (Regelbrudd({"kvartal": ["Satsen mangler."]}), "Satsen mangler."),
        (ValueError("hemmelig innhold"), "Noe gikk galt hos oss"),
        (KeyError("test"), "Noe gikk galt hos oss"),
    ],
)
def test_feil_faar_en_tekst(sendt: Sendt, slag: Callable[[Arbeid], str], feil: Exception, tekst: str) -> None:
    """What the rules refuse is said as it is; other errors say what to do and nothing of what was inside."""

    def arbeid(loep: Loep) -> dict[str, Any]:
        raise feil

    jobb = ny_jobb(slag(arbeid))
    kjoer(jobb.pk)
    jobb = stille(jobb)
    assert jobb.tilstand == Tilstand.FEILET
    assert tekst in jobb.feil and "hemmelig" not in jobb.feil


@pytest.mark.django_db
def test_ukjent_slag(sendt: Sendt) -> None:
    """A job nobody knows fails, and does not come back for ever."""
    jobb = ny_jobb("finnes.ikke")
    kjoer(jobb.pk)
    assert stille(jobb).tilstand == Tilstand.FEILET


@pytest.mark.django_db
def test_tapt_databaseforbindelse_proeves_igjen(sendt: Sendt, slag: Callable[[Arbeid], str]) -> None:
    """A lost connection or a deadlock is nobody's fault: the sweeper sends it again at once."""

    def arbeid(loep: Loep) -> dict[str, Any]:
        raise OperationalError("deadlock detected")

    jobb = ny_jobb(slag(arbeid))
    kjoer(jobb.pk)
    jobb = stille(jobb)
    assert jobb.tilstand == Tilstand.KJOERER
    assert fei_jobber() == 1
    assert stille(jobb).tilstand == Tilstand.VENTER


@pytest.mark.django_db
def test_mistet_leie_kan_ikke_lagre(sendt: Sendt, slag: Callable[[Arbeid], str]) -> None:
    """Fencing: when another worker has taken the job, the step of the first one is rolled back."""
    merke = f"gjerde-{uuid.uuid4().hex[:20]}"
    tapt: list[str] = []

    def arbeid(loep: Loep) -> dict[str, Any]:
        try:
            with loep.steg("Skriver", 1, 1), connection.cursor() as peker:
                peker.execute("INSERT INTO django_session VALUES (%s, '', now())", [merke])
                Jobb.objects.filter(pk=loep.jobb.pk).update(leie=uuid.uuid4())  # taken by another
        except LeieTapt:
            tapt.append("steg")
            raise
        return {}

    jobb = ny_jobb(slag(arbeid))
    kjoer(jobb.pk)
    assert tapt == ["steg"]
    with connection.cursor() as peker:
        peker.execute("SELECT count(*) FROM django_session WHERE session_key = %s", [merke])
        assert peker.fetchone() == (0,)


@pytest.mark.django_db
def test_uten_leie_meldes_ingenting(sendt: Sendt, slag: Callable[[Arbeid], str]) -> None:
    """Nor does it overwrite what the new worker says of itself, or how it ended."""

    def arbeid(loep: Loep) -> dict[str, Any]:
        Jobb.objects.filter(pk=loep.jobb.pk).update(leie=uuid.uuid4(), steg="Den andre")
        loep.meld("Den første", 1, 2)
        return {"feil": "skulle aldri hit"}

    jobb = ny_jobb(slag(arbeid))
    kjoer(jobb.pk)
    jobb = stille(jobb)
    assert (jobb.steg, jobb.tilstand, jobb.resultat) == ("Den andre", Tilstand.KJOERER, {})


# --- Cancel ---


@pytest.mark.django_db
def test_avbrytes_mens_den_venter(sendt: Sendt, slag: Callable[[Arbeid], str]) -> None:
    """At once, and the message that comes later does nothing."""
    ganger: list[int] = []
    jobb = ny_jobb(slag(teller(ganger)))
    avbryt_jobb(jobb=jobb)
    jobb = stille(jobb)
    assert jobb.tilstand == Tilstand.AVBRUTT and jobb.ferdig
    kjoer(jobb.pk)
    assert ganger == []


@pytest.mark.django_db
def test_avbrytes_mellom_to_steg(sendt: Sendt, slag: Callable[[Arbeid], str]) -> None:
    """What was done stays done; the next step does not begin."""
    gjort: list[int] = []

    def arbeid(loep: Loep) -> dict[str, Any]:
        for n in (1, 2, 3):
            with loep.steg(f"Steg {n}", n, 3):
                gjort.append(n)
            avbryt_jobb(jobb=loep.jobb)
        return {}

    jobb = ny_jobb(slag(arbeid))
    kjoer(jobb.pk)
    assert gjort == [1]
    assert stille(jobb).tilstand == Tilstand.AVBRUTT
    avbryt_jobb(jobb=jobb)
    assert stille(jobb).tilstand == Tilstand.AVBRUTT


@pytest.mark.django_db
def test_ferdig_jobb_kan_ikke_avbrytes(sendt: Sendt) -> None:
    """It is done."""
    jobb = stille(ny_jobb(), tilstand=Tilstand.FERDIG)
    avbryt_jobb(jobb=jobb)
    assert (stille(jobb).tilstand, jobb.avbryt) == (Tilstand.FERDIG, False)


# --- Sweep ---


@pytest.mark.django_db
def test_feieren_tar_opp_jobben_til_en_doed_arbeider(sendt: Sendt, slag: Callable[[Arbeid], str]) -> None:
    """The job that is sent again can be taken at once, not only when one more lease has run out."""
    jobb = _utloept(ny_jobb(slag(lambda _: {"ok": True})))
    levende = stille(ny_jobb(), tilstand=Tilstand.KJOERER, leie=uuid.uuid4(),
                      leie_til=timezone.now() + timedelta(seconds=5))  # fmt: skip
    assert fei_jobber() == 1
    assert sendt == [str(jobb.pk)]
    kjoer(jobb.pk)
    assert (stille(jobb).tilstand, jobb.forsoek) == (Tilstand.FERDIG, 2)
    assert stille(levende).tilstand == Tilstand.KJOERER


@pytest.mark.django_db
def test_to_feiere_sender_en_gang(sendt: Sendt) -> None:
    """The deadline moves on with the first."""
    _utloept(ny_jobb())
    assert (fei_jobber(), fei_jobber()) == (1, 0)
    tasks.fei_jobber()
    assert len(sendt) == 1


@pytest.mark.django_db
def test_gir_opp_etter_mange_forsoek(sendt: Sendt) -> None:
    """A job that kills its worker each time does not do so for ever; it can be started again by hand."""
    jobb = _utloept(ny_jobb(), forsoek=MAKS_FORSOEK)
    assert fei_jobber() == 0
    jobb = stille(jobb)
    assert jobb.tilstand == Tilstand.FEILET and "stoppet flere ganger" in jobb.feil
    assert kjoer_paa_nytt(jobb=jobb)
    assert (stille(jobb).tilstand, jobb.forsoek, jobb.feil) == (Tilstand.VENTER, 0, "")
    assert not kjoer_paa_nytt(jobb=jobb)


@pytest.mark.django_db
def test_avbrutt_jobb_tas_ikke_opp(sendt: Sendt) -> None:
    """Someone asked it to stop, and its worker died before it did."""
    jobb = _utloept(ny_jobb(), avbryt=True)
    assert fei_jobber() == 0
    assert stille(jobb).tilstand == Tilstand.AVBRUTT
