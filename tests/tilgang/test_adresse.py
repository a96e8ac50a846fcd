"""The lockout counts failures per client, also behind the proxy, and believes no one's own claim."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from pytest_django import Settings

from integrering.tilgang.adresse import klientens

PROXY = ("HTTP_X_FORWARDED_PROTO", "https")


@pytest.mark.parametrize(
    ("bak_proxy", "videresendt", "ventet"),
    [
        (False, "", "192.0.2.1"),
        (False, "203.0.113.9", "192.0.2.1"),  # no proxy: the header is only a claim
        (True, "203.0.113.9", "203.0.113.9"),
        (True, "198.51.100.7, 203.0.113.9", "203.0.113.9"),  # the client tried to choose its address
        (True, "", "192.0.2.1"),
    ],
)
def test_klientens_adresse(settings: Settings, bak_proxy: bool, videresendt: str, ventet: str) -> None:
    settings.SECURE_PROXY_SSL_HEADER = PROXY if bak_proxy else None
    foresporsel = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=videresendt)
    assert klientens(foresporsel) == ventet
