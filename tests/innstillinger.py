"""Settings of the tests: the real ones, with addresses that lead nowhere until a test has its own.

Whatever the developer's environment says, a test can never reach a real database or broker.
"""

import os
from pathlib import Path

_INGEN = "postgresql://{0}:{0}@127.0.0.1:1/ingen"
os.environ["DATABASE_URL"] = _INGEN.format("app")
os.environ["DATABASE_OWNER_URL"] = _INGEN.format("eier")
os.environ["REDIS_URL"] = "redis://127.0.0.1:1/0"
os.environ["DJANGO_SECRET_KEY"] = "kun-for-testene"
# Playwright keeps an event loop in the test's thread; the tests themselves are not asynchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
for _navn in ("DEMO", "DEBUG", "TLS", "STATIC_MANIFEST", "ALLOWED_HOSTS", "EPOST_VERT", "NETTADRESSE"):
    os.environ.pop(_navn, None)

# an empty folder: WhiteNoise warns when there is none, and finds the files by the finders
_STATISK = Path(__file__).resolve().parent.parent / ".cache" / "statisk"
_STATISK.mkdir(parents=True, exist_ok=True)
os.environ["STATIC_ROOT"] = str(_STATISK)

from integrering.settings import *  # noqa: E402, F403

# Argon2 is slow by design.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Messages go nowhere; tests run the jobs themselves, or start a worker on `valkey_url`.
CELERY_BROKER_URL = "memory://"
