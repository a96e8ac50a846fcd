"""The web server's log of requests, without the keys of links in e-mail (`gunicorn --logger-class`)."""

from __future__ import annotations

from typing import Any

from gunicorn.glogging import Logger

from integrering.grunnmur.logg import uten_noekler


class UtenNoekler(Logger):  # type: ignore[misc]
    """Writes one line per request."""

    def atoms(self, resp: Any, req: Any, environ: Any, request_time: Any) -> dict[str, Any]:
        """Return what a line is made of."""
        deler: dict[str, Any] = super().atoms(resp, req, environ, request_time)
        return {
            navn: uten_noekler(verdi) if isinstance(verdi, str) else verdi for navn, verdi in deler.items()
        }
