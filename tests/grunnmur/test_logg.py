"""What must not be in a log."""

from __future__ import annotations

import io
import json
import logging

import pytest
import structlog
from django.db import DatabaseError, connection, transaction

from integrering.grunnmur.logg import UtenVerdier, uten_verdier

NAVN = "Hemmelignavn"


@pytest.mark.parametrize(
    ("tekst", "skrevet"),
    [
        ("duplicate key\nDETAIL:  Key (duf)=(209900000107) already exists.", "duplicate key\nDETAIL: …"),
        (
            "syntax error\nLINE 1: INSERT INTO x VALUES ('Amina')\n   ^\nog så",
            "syntax error\nLINE 1: …\n   ^\nog så",
        ),
        ('invalid input syntax for type integer: "Amina"', "invalid input syntax for type integer: …"),
        ("vanlig linje: alt står", "vanlig linje: alt står"),
    ],
)
def test_verdier_klippes(tekst: str, skrevet: str) -> None:
    """Both as plain text and inside a line of JSON."""
    assert uten_verdier(tekst) == skrevet
    assert json.loads(uten_verdier(json.dumps({"feil": tekst}, ensure_ascii=False)))["feil"] == skrevet


@pytest.mark.django_db
@pytest.mark.parametrize("slag", ["logging", "structlog"])
def test_en_databasefeil_i_loggen(slag: str) -> None:
    """The traceback says what kind of error it was, and not the value."""
    ut = io.StringIO()
    haandterer = logging.StreamHandler(ut)
    haandterer.setFormatter(UtenVerdier())
    logger = logging.getLogger("test.logg")
    logger.addHandler(haandterer)
    try:
        with pytest.raises(DatabaseError) as feil, transaction.atomic(), connection.cursor() as peker:
            peker.execute("SELECT %s::int", [NAVN])
        if slag == "logging":
            logger.error("feil", exc_info=feil.value)
        else:
            structlog.get_logger("test.logg").error("feil", exc_info=feil.value)
    finally:
        logger.removeHandler(haandterer)
    assert NAVN in str(feil.value)
    assert NAVN not in ut.getvalue()
    assert "invalid input syntax for type integer: …" in ut.getvalue()
