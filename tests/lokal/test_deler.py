"""The pieces of the supervisor, each by itself."""

import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from integrering.lokal import hemmeligheter, migrering, nullstill
from integrering.lokal.foreldreloese import AlleredeIGang, rydd, rydd_postgres, ta_laasen
from integrering.lokal.nett import http_svar, reserver, valkey_svarer
from integrering.lokal.prosess_id import identitet, lever
from integrering.lokal.prosesser import Oppskrift, Oppstartsfeil, Tilsyn
from integrering.lokal.steder import Steder
from integrering.lokal.tjenester import barnemiljoe


@pytest.fixture
def steder(tmp_path: Path) -> Steder:
    """The places of an empty checkout."""
    steder = Steder(tmp_path)
    steder.opprett()
    return steder


@pytest.fixture
def tilsyn(steder: Steder) -> Iterator[Tilsyn]:
    """A supervisor whose children end with the test."""
    tilsyn = Tilsyn(steder.rot, steder.logg, steder.pid, si=lambda _: None)
    yield tilsyn
    tilsyn.stopp(tuple(tilsyn.barn))


def oppskrift(steder: Steder, python: str, navn: str = "barn", stopptid: float = 5) -> Oppskrift:
    """A child that runs a line of Python."""
    return Oppskrift(navn, (sys.executable, "-c", python), steder.rot, {"PATH": "/bin"}, stopptid=stopptid)


SOV = "import time; time.sleep(60)"


def test_hemmeligheter_lages_en_gang_og_er_bare_for_eieren(tmp_path: Path) -> None:
    fil = tmp_path / "h.json"
    foerst = hemmeligheter.les_eller_lag(fil)
    assert hemmeligheter.les_eller_lag(fil) == foerst
    assert fil.stat().st_mode & 0o777 == 0o600
    assert len(set(json.loads(fil.read_text()).values())) == 5


def test_opptatt_port_gir_den_neste() -> None:
    with reserver(20000) as foerste:
        foerste.listen()
        port = foerste.getsockname()[1]
        with reserver(port) as andre:
            assert andre.getsockname()[1] > port


def test_ingen_ledig_port_sies_i_klartekst() -> None:
    with reserver(20100) as opptatt:
        opptatt.listen()
        with pytest.raises(OSError, match="Ingen ledig port"):
            reserver(opptatt.getsockname()[1], forsoek=1)


def test_ingen_svarer() -> None:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    assert http_svar(port, "/") == 0
    assert valkey_svarer(port, "x") is False


def test_identitet_skiller_prosesser(tilsyn: Tilsyn, steder: Steder) -> None:
    barn = tilsyn.start(oppskrift(steder, SOV))
    assert identitet(barn.prosess.pid) not in {None, identitet(os.getpid())}
    tilsyn.stopp(("barn",))
    assert not lever(barn.prosess.pid)
    assert identitet(barn.prosess.pid) is None
    assert list(steder.pid.iterdir()) == []


def test_et_barn_som_ikke_vil_slutte_blir_drept(tilsyn: Tilsyn, steder: Steder) -> None:
    sta = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
        "print('klar', flush=True); time.sleep(60)"
    )
    barn = tilsyn.start(oppskrift(steder, sta, stopptid=0.2))
    tilsyn.vent_til("barn", lambda: "klar" in (steder.logg / "barn.log").read_text(), frist=20)
    tilsyn.stopp(("barn",))
    assert barn.prosess.returncode == -signal.SIGKILL


def test_barn_som_faller_under_oppstart_viser_slutten_av_loggen(tilsyn: Tilsyn, steder: Steder) -> None:
    tilsyn.start(oppskrift(steder, "raise SystemExit('porten er opptatt')"))
    with pytest.raises(Oppstartsfeil, match="porten er opptatt"):
        tilsyn.vent_til("barn", lambda: False, frist=20)


def test_fallet_barn_startes_igjen_med_voksende_pause(tilsyn: Tilsyn, steder: Steder) -> None:
    meldinger: list[str] = []
    tilsyn.si = meldinger.append
    tilsyn.start(oppskrift(steder, "raise SystemExit(3)"))
    slutt = time.monotonic() + 20
    while len(meldinger) < 2:
        assert time.monotonic() < slutt
        tilsyn.pass_paa()
        time.sleep(0.05)
    assert "kode 3" in meldinger[0]
    assert "om 0.5 s" in meldinger[0]
    assert "om 1 s" in meldinger[1]


def test_laasen_slipper_en_inn(steder: Steder) -> None:
    with ta_laasen(steder.laas) as laas:
        laas.write("http://localhost:8000/")
        laas.flush()
        with pytest.raises(AlleredeIGang, match=r"http://localhost:8000/"):
            ta_laasen(steder.laas)
    ta_laasen(steder.laas).close()


def fremmed() -> "subprocess.Popen[bytes]":
    """A process that is none of ours."""
    return subprocess.Popen([sys.executable, "-c", SOV], start_new_session=True)


@pytest.mark.parametrize("felt", [{"rot": "/en/annen/mappe"}, {"identitet": "en annen prosess"}])
def test_fremmede_prosesser_roeres_ikke(steder: Steder, felt: dict[str, str]) -> None:
    """A number used again by another program, or the original of a copied folder."""
    with fremmed() as prosess:
        merke = {
            "pid": prosess.pid,
            "identitet": identitet(prosess.pid),
            "rot": str(steder.rot),
            "stoppsignal": 15,
        }
        fil = steder.pid / "web.json"
        fil.write_text(json.dumps({**merke, **felt}))
        assert rydd(steder) == []
        assert not fil.exists()
        assert prosess.poll() is None
        fil.write_text(json.dumps(merke))
        assert rydd(steder) == ["web"]
        assert prosess.wait(timeout=10) == -signal.SIGTERM


def test_oedelagt_pidfil_er_ikke_i_veien(steder: Steder) -> None:
    (steder.pid / "web.json").write_text("{")
    assert rydd(steder) == []
    assert list(steder.pid.iterdir()) == []


def test_postgres_pidfil_som_naa_er_en_annens(steder: Steder) -> None:
    steder.postgres.mkdir()
    fil = steder.postgres / "postmaster.pid"
    fil.write_text(f"{os.getpid()}\n{steder.postgres}\n")
    assert rydd_postgres(steder.postgres) is False
    assert not fil.exists()


@pytest.mark.skipif(not Path("/proc/sysvipc/shm").exists(), reason="kjernen sier ikke hvem som bruker minnet")
def test_en_ny_postgres_venter_til_den_gamles_minne_er_fritt(steder: Steder) -> None:
    """Children of a killed server hold its shared memory a moment longer; it refuses to start beside them."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.shmat.restype = ctypes.c_void_p
    minne = libc.shmget(0, 4096, 0o1600)  # IPC_PRIVATE, IPC_CREAT
    her = libc.shmat(minne, None, 0)
    libc.shmctl(minne, 0, None)  # IPC_RMID: gone when the last one lets go
    steder.postgres.mkdir(parents=True)
    linjer = ["999999999", str(steder.postgres), "1", "5432", "", "127.0.0.1", f"  123456 {minne}"]
    (steder.postgres / "postmaster.pid").write_text("\n".join(linjer))
    slipper = threading.Timer(0.3, libc.shmdt, (ctypes.c_void_p(her),))
    slipper.start()
    begynte = time.monotonic()
    assert rydd_postgres(steder.postgres) is False
    assert time.monotonic() - begynte >= 0.25
    slipper.join()


def test_fingeravtrykket_foelger_migreringer_og_sql(tmp_path: Path) -> None:
    app = tmp_path / "app"
    for mappe in ("migrations", "sql"):
        (app / mappe).mkdir(parents=True)
    (app / "__init__.py").touch()
    foer = migrering.fingeravtrykk(tmp_path)
    (app / "views.py").write_text("x = 1")
    assert migrering.fingeravtrykk(tmp_path) == foer
    (app / "sql" / "vern.sql").write_text("SELECT 1")
    assert migrering.fingeravtrykk(tmp_path) != foer


def test_nullstilling_sletter_alt_men_ikke_under_drift(
    steder: Steder, capsys: pytest.CaptureFixture[str]
) -> None:
    with ta_laasen(steder.laas):
        assert nullstill.main(steder) == 1
    assert steder.lokal.exists()
    assert nullstill.main(steder) == 0
    assert not steder.lokal.exists()
    assert "slettet" in capsys.readouterr().out


def test_barnas_miljoe_har_ikke_utviklerens_innstillinger(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "noe.annet")
    monkeypatch.setenv("GUNICORN_CMD_ARGS", "--workers 9")
    miljoe = barnemiljoe({"DEMO": "1"})
    assert "DJANGO_SETTINGS_MODULE" not in miljoe
    assert "GUNICORN_CMD_ARGS" not in miljoe
    assert miljoe["DEMO"] == "1"
