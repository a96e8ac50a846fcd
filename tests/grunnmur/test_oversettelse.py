"""Every text of the interface exists in nynorsk, and the files say the same as the code."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from integrering.grunnmur.oversettelse import (
    Noekkel,
    avvik,
    les_katalog,
    oppdater,
    plassholdere,
    samle,
    tekster_i_kode,
    tekster_i_mal,
)

KODE = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext
a = _("Lagre")
b = ngettext("%(n)s dag", "%(n)s dager", 2)
c = pgettext("maaned", "mai")
d = _("Skriv "
      "dato.")
e = _(navn)
"""
MAL = """{% load i18n %}
    {% translate "Avbryt" %}
      {% translate "Født" as x %}
  {% blocktranslate trimmed with navn=a %}
     Logget inn
     som {{ navn }}
  {% endblocktranslate %}
{% blocktranslate count n=n %}{{ n }} rad{% plural %}{{ n }} rader{% endblocktranslate %}
{% translate "mai" context "maaned" %}{% tabell _("Utbetalinger") %}{{ x|default:_("Ingen") }}
"""


def test_texts_of_python_code() -> None:
    assert tekster_i_kode(KODE) == {
        Noekkel(("Lagre",)),
        Noekkel(("%(n)s dag", "%(n)s dager")),
        Noekkel(("mai",), "maaned"),
        Noekkel(("Skriv dato.",)),
    }


def test_texts_of_templates() -> None:
    assert tekster_i_mal(MAL) == {
        Noekkel(("Avbryt",)),
        Noekkel(("Født",)),
        Noekkel(("Logget inn som %(navn)s",)),
        Noekkel(("%(n)s rad", "%(n)s rader")),
        Noekkel(("mai",), "maaned"),
        Noekkel(("Utbetalinger",)),
        Noekkel(("Ingen",)),
    }


@pytest.fixture
def prosjekt(tmp_path: Path) -> Path:
    """A small project with one file of each kind."""
    (tmp_path / "integrering" / "migrations").mkdir(parents=True)
    (tmp_path / "templates").mkdir()
    (tmp_path / "integrering" / "a.py").write_text(KODE)
    (tmp_path / "integrering" / "migrations" / "m.py").write_text('_("ikke med")')
    (tmp_path / "templates" / "a.html").write_text(
        "{% load i18n %}{% blocktranslate %}Hei {{ navn }}{% endblocktranslate %}"
    )
    return tmp_path


def po(prosjekt: Path) -> Path:
    return prosjekt / "locale" / "nn" / "LC_MESSAGES" / "django.po"


def oversett(prosjekt: Path, gammel: str, ny: str) -> None:
    """Fill in one translation the way a translator does, in the file."""
    tekst = po(prosjekt).read_text()
    assert gammel in tekst
    po(prosjekt).write_text(tekst.replace(gammel, ny))


def test_a_new_catalogue_says_what_is_left_and_changes_nothing_the_next_time(prosjekt: Path) -> None:
    assert "mangler: «Lagre»" in oppdater(prosjekt)
    filer = sorted((prosjekt / "locale").rglob("*.*o"))
    foer = [f.read_bytes() for f in filer]
    assert len(filer) == 4
    oppdater(prosjekt)
    assert [f.read_bytes() for f in filer] == foer
    assert b"Date" not in foer[0]
    assert str(prosjekt).encode() not in b"".join(foer)


def test_a_complete_catalogue_passes_and_survives_a_merge(prosjekt: Path) -> None:
    oppdater(prosjekt)
    tekst = po(prosjekt).read_text()
    po(prosjekt).write_text(_fyll(tekst))
    assert avvik(prosjekt) == ["ikke kompilert: nn"]
    assert oppdater(prosjekt) == []
    assert avvik(prosjekt) == []
    mai = les_katalog(prosjekt, "nn").get("mai", context="maaned")
    assert mai and mai.string == "mai"


def _fyll(tekst: str) -> str:
    """Translate every text by itself."""
    linjer: list[str] = []
    siste: list[str] = []
    for linje in tekst.splitlines():
        if linje.startswith(("msgid ", "msgid_plural ")):
            siste = [*siste[-1:], linje.partition(" ")[2]]
        tom = linje in ('msgstr ""', 'msgstr[0] ""', 'msgstr[1] ""') and siste[-1] != '""'
        linjer.append(linje[:-2] + siste[-1] if tom else linje)
    return "\n".join(linjer) + "\n"


@pytest.mark.parametrize(
    ("gammel", "ny", "feil"),
    [
        ('msgstr "Lagre"', 'msgstr ""', "mangler: «Lagre»"),
        ('msgid "Lagre"', '#, fuzzy\nmsgid "Lagre"', "usikker: «Lagre»"),
        ('msgstr "Hei %(navn)s"', 'msgstr "Hei %(namn)s"', "plassholdere: «Hei %(navn)s»"),
        ('msgid "Lagre"', 'msgid "Lagra"', "ikke i bruk: «Lagra»"),
        ('msgid "Lagre"', 'msgid "Lagra"', "mangler: «Lagre»"),
        ('msgid "Lagre"\nmsgstr "Lagre"', '#~ msgid "Borte"\n#~ msgstr "Borte"', "ikke i bruk: «Borte»"),
        ('msgstr[1] "%(n)s dager"', 'msgstr[1] ""', "mangler: «%(n)s dag»"),
        ('msgstr[1] "%(n)s dager"', 'msgstr[1] "dagar"', "plassholdere: «%(n)s dag»"),
    ],
)
def test_what_the_check_finds(prosjekt: Path, gammel: str, ny: str, feil: str) -> None:
    oppdater(prosjekt)
    po(prosjekt).write_text(_fyll(po(prosjekt).read_text()))
    oppdater(prosjekt)
    oversett(prosjekt, gammel, ny)
    assert feil in avvik(prosjekt)


def test_missing_files_are_found(prosjekt: Path) -> None:
    assert {"fila mangler: nb", "fila mangler: nn"} <= set(avvik(prosjekt))


def test_placeholders() -> None:
    assert plassholdere("%(b)s og %(a)d, %s og {x} {} 100 %") == ["%(a)d", "%(b)s", "%s", "{x}", "{}"]


def test_the_command(prosjekt: Path, settings: object, capsys: pytest.CaptureFixture[str]) -> None:
    settings.BASE_DIR = prosjekt  # type: ignore[attr-defined]
    with pytest.raises(CommandError, match="ikke i orden"):
        call_command("oversett", "--sjekk")
    call_command("oversett")
    assert "tekster gjenstår" in capsys.readouterr().out
    po(prosjekt).write_text(_fyll(po(prosjekt).read_text()))
    call_command("oversett")
    call_command("oversett", "--sjekk")
    assert "fullstendig" in capsys.readouterr().out


def test_the_interface_is_complete_in_nynorsk() -> None:
    assert samle(settings.BASE_DIR)
    assert avvik(settings.BASE_DIR) == []
