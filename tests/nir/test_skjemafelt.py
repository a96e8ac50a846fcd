"""The DUF number as people type it."""

import pytest
from django.core.exceptions import ValidationError

from integrering.grunnmur.skjema import Skjema
from integrering.nir.skjemafelt import DufFelt


class DufSkjema(Skjema):
    duf = DufFelt(label="DUF-nummer")


@pytest.mark.parametrize("skrevet", ["209900000103", "2099 000001 03", "2099.000001.03", " 2099-000001-03 "])
def test_spaces_and_dots_are_ignored(skrevet: str) -> None:
    assert DufFelt().clean(skrevet) == "209900000103"


@pytest.mark.parametrize("skrevet", ["20990000010", "2099000001033", "2099A0000103", "٢٠٩٩00000103"])
def test_wrong_length_is_an_error(skrevet: str) -> None:
    with pytest.raises(ValidationError, match="12 sifre, for eksempel"):
        DufFelt().clean(skrevet)


def test_a_missing_number_is_asked_for() -> None:
    with pytest.raises(ValidationError, match=r"Skriv DUF-nummeret, 12 sifre\."):
        DufFelt().clean("")
    assert DufFelt(required=False).clean("") == ""


def test_wrong_control_digits_are_a_warning_and_not_an_error() -> None:
    skjema = DufSkjema({"duf": "2099 000001 04"})
    assert skjema.is_valid()
    assert skjema.advarsler["duf"].startswith("Kontrollsifrene")
    riktig = DufSkjema({"duf": "2099 000001 03"})
    assert riktig.is_valid()
    assert riktig.advarsler == {}
