"""Who asks in the tests of the API."""

from __future__ import annotations

import pytest

from tests.nir.api.hjelp import Fagsystem, lag_token


@pytest.fixture
def trondheim(db: None) -> Fagsystem:
    """Trondheim's professional system."""
    return Fagsystem(lag_token())
