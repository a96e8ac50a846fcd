"""The clients: what they refuse, and what Klass answers by command. No address is asked."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import call_command

from integrering.grunnmur.feil import Regelbrudd
from regionalt.kunnskap import klienter, kommando
from tests.kunnskap.test_sider import _Svar


def test_et_svar_som_er_for_stort(monkeypatch: pytest.MonkeyPatch) -> None:
    """More than a file may be is refused."""
    monkeypatch.setattr(klienter, "urlopen", lambda *a, **k: _Svar(b"x" * 6_000_000))
    with pytest.raises(Regelbrudd, match="mer enn 5 MB"):
        klienter.hent(klienter.kilder(["5001"], 2026)["imdi_aar"])


_ENDRING = {"oldCode": "5030", "newCode": "5001", "changeOccurred": "2020-01-01"}


@pytest.mark.parametrize(
    ("svar", "kode", "ord_"),
    [
        (json.dumps({"codeChanges": [_ENDRING]}), 0,
         "5030;5001;2020-01-01;SSB Klass 131"),
        ("nede", 1, "Klass er ikke på formen Klass"),
    ],
)  # fmt: skip
def test_klass_med_kommando(monkeypatch: pytest.MonkeyPatch, svar: str, kode: int, ord_: str) -> None:
    """The changes are written as rows of our file."""
    monkeypatch.setattr(klienter, "urlopen", lambda *a, **k: _Svar(svar.encode()))
    ut, feil = StringIO(), StringIO()
    with pytest.raises(SystemExit) as slutt:
        call_command("bosetting", "klass", "2019-01-01", "2021-01-01", stdout=ut, stderr=feil)
    assert (slutt.value.code, ord_ in ut.getvalue() + feil.getvalue()) == (kode, True)


def test_klass_som_ikke_svarer(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said, and the exit code tells."""

    def nede(*a: object, **k: object) -> bytes:
        raise Regelbrudd("nede")

    monkeypatch.setattr(kommando, "hent_klass", nede)
    with pytest.raises(SystemExit) as slutt:
        call_command("bosetting", "klass", "2019-01-01", "2021-01-01", stderr=StringIO())
    assert slutt.value.code == 1
