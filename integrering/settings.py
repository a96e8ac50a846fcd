"""Settings, all secrets and addresses from the environment (see `deploy/miljoe.example`)."""

from pathlib import Path
from typing import Any

import structlog
from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from integrering import miljoe

BASE_DIR = Path(__file__).resolve().parent.parent

DEBUG = miljoe.ja("DEBUG")
# Demo data, demo users and rates with status «eksempel»: never beside a real database.
DEMO = miljoe.ja("DEMO")
SECRET_KEY = miljoe.tekst("DJANGO_SECRET_KEY", "kun-for-verktoey-uten-nett")
ALLOWED_HOSTS = miljoe.tekst("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [o for o in miljoe.tekst("CSRF_TRUSTED_ORIGINS").split(",") if o]

# Which county this installation serves (fylkesnummer; 50 is Trøndelag).
FYLKESNUMMER = miljoe.tekst("FYLKESNUMMER", "50")
# Where those who run the installation publish their source, accessibility statement and privacy statement.
KILDEKODE = miljoe.tekst("KILDEKODE")
PERSONVERNERKLAERING = miljoe.tekst("PERSONVERNERKLAERING")
TILGJENGELIGHETSERKLAERING = miljoe.tekst("TILGJENGELIGHETSERKLAERING")
# The e-mail address people write to with questions about the service.
KONTAKT = miljoe.tekst("KONTAKT")

INSTALLED_APPS = [
    "integrering.grunnmur",
    "integrering.tilgang",
    "integrering.lister",
    "integrering.nir",
    "integrering.oppgaver",
    "integrering.utveksling.vedlegg",
    "integrering.utveksling.meldinger",
    "integrering.utveksling.moeter",
    "integrering.utveksling.brev",
    "integrering.utveksling.importering",
    "integrering.utveksling.registerlister",
    "integrering.utveksling.varsler",
    "integrering.matrise",
    "integrering.klasser",
    "integrering.rapporter",
    "regionalt",
    "regionalt.kompetanse",
    "regionalt.oppfoelging",
    "regionalt.forebygging",
    "regionalt.frivillighet",
    "regionalt.samarbeid",
    "regionalt.jobbsjansen",
    "regionalt.planer",
    "regionalt.kunnskap",
    "regionalt.ledelse",
    "bosetting",
    "karriere",
    "opplaering",
    "tilskudd",
    "tilskudd.ordninger",
    "tilskudd.gitt",
    "tilskudd.soekt",
    "tilskudd.innbetalinger",
    "tilskudd.utsikter",
    "integrering.demo",
    "integrering.tilgang.apps.AdminKonfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "pgtrigger",
    "pghistory",
    "crispy_forms",
    "axes",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "integrering.tilgang.spraak.SpraakMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "integrering.tilgang.views.bevart.BevarMiddleware",
    "integrering.tilgang.middleware.KontekstMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "integrering.urls"
WSGI_APPLICATION = "integrering.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "integrering.tilgang.context.innlogget",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "designsystemet"
CRISPY_TEMPLATE_PACK = "designsystemet"

# --- Database: `default` is the login role `app`; `eier` owns the schema and only migrates ---
_STANDARD_URL = "postgresql://app:app@127.0.0.1:5432/integrering"
DATABASES = {
    "default": miljoe.database(
        miljoe.tekst("DATABASE_URL", _STANDARD_URL), CONN_MAX_AGE=60, CONN_HEALTH_CHECKS=True
    ),
    "eier": miljoe.database(
        miljoe.tekst("DATABASE_OWNER_URL", miljoe.tekst("DATABASE_URL", _STANDARD_URL)),
        TEST={"MIRROR": "default"},
    ),
}
DATABASE_ROUTERS = ["integrering.grunnmur.ruter.EierMigrerer"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Who gets in ---
AUTH_USER_MODEL = "tilgang.Bruker"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "integrering.tilgang.passord.Lengde",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "logg_inn"
CSRF_FAILURE_VIEW = "integrering.tilgang.views.bevart.uten_merke"
LOGIN_REDIRECT_URL = "forside"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "tilgang/utestengt.html"
AXES_CLIENT_IP_CALLABLE = "integrering.tilgang.adresse.klientens"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False  # our own, in integrering/tilgang/admin/brukere.py
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address"]
SESSION_COOKIE_AGE = 8 * 3600
SESSION_COOKIE_HTTPONLY = True
_TLS = miljoe.ja("TLS")
SESSION_COOKIE_SECURE = _TLS
CSRF_COOKIE_SECURE = _TLS
SECURE_HSTS_SECONDS = 31536000 if _TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _TLS
SECURE_SSL_REDIRECT = False  # the proxy redirects
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _TLS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# --- Language and time ---
LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", _("Bokmål")), ("nn", _("Nynorsk"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGE_COOKIE_NAME = "spraak"
TIME_ZONE = "Europe/Oslo"
USE_TZ = True
USE_I18N = True

# --- Static files ---
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = Path(miljoe.tekst("STATIC_ROOT", str(BASE_DIR / ".lokal" / "static")))
_MANIFEST = miljoe.ja("STATIC_MANIFEST")
WHITENOISE_USE_FINDERS = not _MANIFEST
WHITENOISE_AUTOREFRESH = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if _MANIFEST
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# --- Celery: ids only; what was learned of redelivery stands in docs/drift.md ---
CELERY_BROKER_URL = miljoe.tekst("REDIS_URL", "redis://127.0.0.1:6379/0")
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TRACK_STARTED = True
CELERY_TASK_TIME_LIMIT = 1800
CELERY_TASK_SOFT_TIME_LIMIT = 1500
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = False
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 5
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 7200,
    "unacked_restore_interval": 5,
    "unacked_restore_throttle": 1,
    "socket_keepalive": True,
    "socket_connect_timeout": 5,
    "health_check_interval": 10,
    # who starts a job while the broker is down waits two seconds for it, not six: the sweeper sends it
    "interval_start": 0.5,
    "interval_step": 0.5,
    "connect_retries_timeout": 2,
}
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULE = {
    "rydd-apisvar": {"task": "tilgang.rydd_apisvar", "schedule": crontab(hour=3, minute=20)},
    "fei-jobber": {"task": "grunnmur.fei_jobber", "schedule": 5.0, "options": {"expires": 10}},
    "send-epost": {"task": "tilgang.send_epost", "schedule": 60.0, "options": {"expires": 60}},
    "rydd-importer": {
        "task": "utveksling.rydd_importer",
        "schedule": 3600.0,
        "options": {"expires": 600},
    },
    "flytt-bosatte": {"task": "nir.oppdater_kommuner", "schedule": 3600.0, "options": {"expires": 600}},
    # before the tasks, which are made of it
    "regn-ut-status": {"task": "nir.regn_ut_status", "schedule": crontab(hour=2, minute=15)},
    "regn-ut-oppgaver": {"task": "oppgaver.regn_ut", "schedule": crontab(hour=3, minute=15)},
    # after those who move in the night have moved
    "regn-ut-utsikter": {"task": "utsikter.regn_ut", "schedule": crontab(hour=3, minute=40)},
    "purr-meldinger": {"task": "meldinger.purr", "schedule": crontab(hour=6, minute=30, day_of_week="1-5")},
    "faste-moeter": {"task": "moeter.lag_faste_moeter", "schedule": crontab(hour=2, minute=40)},
    "varsle-om-morgenen": {
        "task": "varsler.start_dagens",
        "schedule": crontab(hour=7, minute=0, day_of_week="mon-fri"),
        "options": {"expires": 3600},
    },
    # the cut-off is the quarter's last instant; a run starts an hour later at the earliest
    "tilskudd-utkast": {"task": "tilskudd.lag_utkast", "schedule": crontab(minute=5)},
    "kontroller-boekene": {"task": "tilskudd.kontroller_boekene", "schedule": crontab(hour=2, minute=50)},
    "slett-registerlister": {"task": "registerlister.rydd", "schedule": crontab(hour=3, minute=20)},
    "slett-eksporter": {"task": "lister.slett_utloepte", "schedule": crontab(hour=3, minute=10)},
    "slett-kursnavn": {"task": "kompetanse.slett_navn", "schedule": crontab(hour=3, minute=14)},
    "slett-pakker": {"task": "rapporter.slett_utloepte", "schedule": crontab(hour=3, minute=12)},
}
# An export of more rows than this is made by a job and fetched on «Mine eksporter».
EKSPORT_DIREKTE_RADER = int(miljoe.tekst("EKSPORT_DIREKTE_RADER", "20000"))

# --- The API for professional systems (docs/api.md): requests a minute of each client ---
API_PER_MINUTT = int(miljoe.tekst("API_PER_MINUTT", "600"))
REST_FRAMEWORK = {"DEFAULT_SCHEMA_CLASS": "integrering.nir.api.skjema.Skjema"}
SPECTACULAR_SETTINGS = {
    "TITLE": "Integrering: API for kommunale fagsystemer",
    "VERSION": "1",
    "DESCRIPTION": "Se docs/api.md.",
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "POSTPROCESSING_HOOKS": ["integrering.nir.api.skjema.ferdigstill"],
}

# A job whose lease ran out is taken up again by the sweeper (seconds).
JOBB_LEIE = int(miljoe.tekst("JOBB_LEIE", "12"))

# The language (nb or nn) of letters to those who have decided none, where the county itself is neutral.
BREV_MAALFORM = miljoe.tekst("BREV_MAALFORM", "nb")

# Files larger than this (bytes) are refused before they are read: one import is one transaction.
IMPORT_MAKS_BYTE = int(miljoe.tekst("IMPORT_MAKS_BYTE", "40000000"))
# Attachments larger than this (bytes) are refused: each is read into memory once, to be judged and stored.
VEDLEGG_MAKS_BYTE = int(miljoe.tekst("VEDLEGG_MAKS_BYTE", "20000000"))
# Working days in which the county means to answer a request for guidance: our own target, no regulation says.
VEILEDNING_VIRKEDAGER = int(miljoe.tekst("VEILEDNING_VIRKEDAGER", "10"))

# --- E-mail: sent by the worker only. Without a server nothing is lost: what is to be sent waits ---
EPOST_VERT = miljoe.tekst("EPOST_VERT")
EMAIL_HOST = EPOST_VERT
EMAIL_PORT = int(miljoe.tekst("EPOST_PORT", "587"))
EMAIL_HOST_USER = miljoe.tekst("EPOST_BRUKER")
EMAIL_HOST_PASSWORD = miljoe.tekst("EPOST_PASSORD")
# «starttls» (port 587), «ssl» (port 465) or «nei» (a relay on the own network)
_EPOST_TLS = miljoe.tekst("EPOST_TLS", "starttls")
EMAIL_USE_TLS = _EPOST_TLS == "starttls"
EMAIL_USE_SSL = _EPOST_TLS == "ssl"
EMAIL_TIMEOUT = 20
EMAIL_SUBJECT_PREFIX = ""
EPOST_FRA = miljoe.tekst("EPOST_FRA", "integrering@localhost")
DEFAULT_FROM_EMAIL = EPOST_FRA
if EPOST_VERT:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
elif DEMO or DEBUG:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
else:
    EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
# The address people use, for links in e-mail, without a trailing slash.
NETTADRESSE = miljoe.tekst("NETTADRESSE", "http://localhost:8000").rstrip("/")

# --- Logs: one line of JSON per event, never personal data ---
structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.processors.format_exc_info,
        structlog.processors.JSONRenderer(),
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "linje": {
            "()": "integrering.grunnmur.logg.UtenVerdier",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"ut": {"class": "logging.StreamHandler", "formatter": "linje"}},
    "root": {"handlers": ["ut"], "level": miljoe.tekst("LOGGNIVAA", "INFO")},
    "loggers": {"axes": {"level": "WARNING"}, "celery.worker.strategy": {"level": "WARNING"}},
}
