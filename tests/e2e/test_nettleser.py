"""The order in which a browser is looked for."""

from pathlib import Path

import pytest

from tests.e2e import nettleser


@pytest.fixture
def ingen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine without any browser."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(nettleser, "NPM", tmp_path)


def test_den_valgte_gaar_foran(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/bin/sh")
    assert nettleser.finn_chromium() == Path("/bin/sh")
    monkeypatch.setenv("CHROMIUM", "/finnes/ikke")
    assert nettleser.finn_chromium() is None


@pytest.mark.usefixtures("ingen")
def test_paa_stien(tmp_path: Path) -> None:
    program = tmp_path / "google-chrome"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    assert nettleser.krev_chromium() == program


@pytest.mark.usefixtures("ingen")
def test_uten_nettleser_hoppes_det_over_her_og_feiles_i_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="installer chromium"):
        nettleser.krev_chromium()
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="installer chromium"):
        nettleser.krev_chromium()
