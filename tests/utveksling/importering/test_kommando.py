"""The command: exit codes, where the answer goes, who it acts as."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import call_command

from integrering.nir.models import Person, Vedtak
from integrering.tilgang.models import Bruker, Rolletildeling
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.utveksling.importering.hjelp import VEDTAK, fil

pytestmark = pytest.mark.django_db


@pytest.fixture
def vedtaksfil(tmp_path: Path, person: Person) -> Path:
    """A good file."""
    sti = tmp_path / "vedtak.csv"
    sti.write_text(fil(VEDTAK, f"{person.duf};norsk;innvilget;01.03.2023;01.04.2023"))
    return sti


def kjoer(*ord_: object) -> int:
    with pytest.raises(SystemExit) as slutt:
        call_command("importer", *(str(o) for o in ord_), skip_checks=True)
    return int(str(slutt.value.code))


def test_alt_er_godt(bruker: Bruker, vedtaksfil: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kjoer("vedtak", vedtaksfil, "--av", bruker.username) == 0
    svar = vedtaksfil.with_name("vedtak.svar.csv")
    assert capsys.readouterr().out == f"1 nye, 0 uendret, 0 nye versjoner, 0 avvist. Svaret: {svar}\n"
    assert svar.stat().st_mode & 0o777 == 0o600
    assert svar.read_bytes().startswith(
        b"\xef\xbb\xbfduf;ordning;vedtakstype;vedtaksdato;startdato;status;feil\r\n"
    )
    assert sorted(p.name for p in vedtaksfil.parent.iterdir()) == ["vedtak.csv", "vedtak.svar.csv"]
    # the answer is a file as good as the first
    assert kjoer("vedtak", svar, "--av", bruker.username, "--ut", svar.with_name("igjen.csv")) == 0
    assert svar.with_name("igjen.csv").read_text("utf-8-sig").splitlines()[1].endswith(";uendret;")


def test_noe_er_avvist_og_merknader(
    bruker: Bruker, vedtaksfil: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tekst = vedtaksfil.read_text().splitlines()
    vedtaksfil.write_text(f"{tekst[0]};Farge\n{tekst[1]};gul\n12;;;;;\n")
    assert kjoer("vedtak", vedtaksfil, "--av", bruker.username) == 1
    ut = capsys.readouterr().out
    assert "1 nye" in ut
    assert "1 avvist" in ut
    assert "Kolonnen Farge er ikke brukt." in ut
    svar = vedtaksfil.with_name("vedtak.svar.csv").read_text("utf-8-sig").splitlines()
    assert svar[1] == f"{tekst[1]};gul;ny;"
    assert svar[2].startswith("12;;;;;;avvist;duf: «12» er ikke et DUF-nummer")


def test_nynorsk_eller_bokmaal_er_brukerens(bruker: Bruker, vedtaksfil: Path) -> None:
    Bruker.objects.filter(pk=bruker.pk).update(maalform="nn")
    assert kjoer("vedtak", vedtaksfil, "--av", bruker.username) == 0


@pytest.mark.parametrize(
    ("lag", "melding"),
    [
        (lambda f: f.unlink(), "finnes ikke"),
        (lambda f: f.write_bytes(b""), "Filen er tom."),
        (lambda f: f.write_bytes(b"duf\n1\n"), "Overskriften mangler kolonnene"),
        (lambda f: (f.unlink(), f.mkdir()), "finnes ikke"),
    ],
)
def test_filen_avvises(
    bruker: Bruker,
    vedtaksfil: Path,
    lag: Callable[[Path], object],
    melding: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    lag(vedtaksfil)
    assert kjoer("vedtak", vedtaksfil, "--av", bruker.username) == 2
    feil = capsys.readouterr().err
    assert feil.startswith("Filen ble ikke importert. ")
    assert melding in feil
    assert not vedtaksfil.with_name("vedtak.svar.csv").exists()


def test_en_fil_paa_50_mb_leses_ikke(
    bruker: Bruker, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stor = tmp_path / "stor.csv"
    with stor.open("wb") as ut:
        ut.truncate(50_000_000)
    assert kjoer("personer", stor, "--av", bruker.username) == 2
    assert "Filen er 50 MB. Grensen er 40 MB." in capsys.readouterr().err


def test_svaret_kan_ikke_skrives_saa_ingenting_lagres(
    bruker: Bruker, vedtaksfil: Path, capsys: pytest.CaptureFixture[str], motor: None
) -> None:
    assert (
        kjoer("vedtak", vedtaksfil, "--av", bruker.username, "--ut", vedtaksfil.parent / "nei" / "svar.csv")
        == 2
    )
    assert "nei" in capsys.readouterr().err
    assert not Vedtak.objects.exists()
    assert kjoer("vedtak", vedtaksfil, "--av", bruker.username, "--ut", vedtaksfil) == 2
    assert "Svaret kan ikke skrives over filen selv." in capsys.readouterr().err


@pytest.mark.parametrize("rolle", [Rolle.TILSKUDDSGODKJENNER, Rolle.TILSKUDDSRAADGIVER])
def test_brukeren_har_ingen_rolle_for_dette(
    db: None, vedtaksfil: Path, rolle: Rolle, capsys: pytest.CaptureFixture[str]
) -> None:
    for navn in (fabrikk.lag_bruker(rolle).username, "ingen"):
        assert kjoer("vedtak", vedtaksfil, "--av", navn) == 2
        assert "har ingen rolle som kan importere dette" in capsys.readouterr().err


def test_historisk_krever_administrator(
    bruker: Bruker, vedtaksfil: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kjoer("vedtak", vedtaksfil, "--av", bruker.username, "--historisk") == 2
    assert "Bare administratorer kan importere historisk." in capsys.readouterr().err


def test_en_bruker_i_flere_virksomheter_velger(
    vedtaksfil: Path, capsys: pytest.CaptureFixture[str], motor: None
) -> None:
    flere = fabrikk.lag_bruker(Rolle.KOMMUNE_FLYKTNINGTJENESTE, fabrikk.STEINKJER)
    Rolletildeling.objects.create(
        bruker=flere,
        virksomhet=fabrikk.virksomhet(fabrikk.TRONDHEIM),
        rolle=Rolle.KOMMUNE_FLYKTNINGTJENESTE,
        fra="2000-01-01",
    )
    assert kjoer("vedtak", vedtaksfil, "--av", flere.username) == 2
    assert "Si hvilken med --for: 5001, 5006." in capsys.readouterr().err
    assert kjoer("vedtak", vedtaksfil, "--av", flere.username, "--for", "5001") == 0
    assert Vedtak.objects.get().virksomhet.nummer == "5001"
