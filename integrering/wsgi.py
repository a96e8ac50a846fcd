"""The web process's entry point for gunicorn."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "integrering.settings")
application = get_wsgi_application()

from integrering.tilgang.kontroll import vokt_oppstart  # noqa: E402 - the apps must be loaded first

vokt_oppstart()
