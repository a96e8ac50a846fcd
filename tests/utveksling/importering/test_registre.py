"""The registers that upper floors fill."""

from dataclasses import replace

import pytest

from integrering.utveksling.importering.format import finn_format, formater, registrer_format
from integrering.utveksling.importering.meldinger import melding, registrer_meldinger


def test_et_navn_er_ett_format() -> None:
    personer = finn_format("personer")
    registrer_format(personer)
    with pytest.raises(ValueError, match="personer er registrert fra før"):
        registrer_format(replace(personer, om_person=False))
    assert {"personer", "bosteder", "vedtak", "vgo", "stans", "satser"} <= set(formater())


def test_meldingskoder_tilhoerer_en() -> None:
    with pytest.raises(ValueError, match="dato"):
        registrer_meldinger({"dato": "noe annet"})
    assert melding("fra", "mangler", "", "") == "fra: må fylles ut"
    assert melding("", "rad", "", "noe") == "noe"
