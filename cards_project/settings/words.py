"""Languages and time zone, and the log: to stderr, one line each."""
from __future__ import unicode_literals

import os

# Classic reads them here, the current Django by the path of their module.
from cards_project.formats.en.formats import DATETIME_FORMAT, SHORT_DATETIME_FORMAT, TIME_FORMAT  # noqa: F401

from .site import BASE_DIR, CLASSIC, HTTPS, SCRIPT_NAME, env

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("de", "Deutsch"), ("es", "Espa\u00f1ol"), ("fr", "Fran\u00e7ais"),
             ("pl", "Polski"), ("he", "\u05e2\u05d1\u05e8\u05d9\u05ea")]
# Pages speak those in which everything is said; letters and guests' pages speak all.
PAGE_LANGUAGES = ["en"]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600  # seconds
LANGUAGE_COOKIE_PATH = SCRIPT_NAME + "/"
LANGUAGE_COOKIE_SECURE = HTTPS
LOCALE_PATHS = [os.path.join(BASE_DIR, "locale")]
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = "cards_project.formats"


def _time_zone(name):
    if CLASSIC:
        from pytz import timezone
    else:
        from zoneinfo import ZoneInfo as timezone
    timezone(name)
    return name


TIME_ZONE = env.parsed("TIME_ZONE", _time_zone, 'give a name like "Europe/Warsaw"', "UTC")

# ---- log: to stderr, one line each
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "common.logs.DiscreetFormatter",
                            "fmt": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "filters": {"once_per_outage": {"()": "common.outage.OncePerOutage"},
                "bad_requests": {"()": "common.logs.BadRequests"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line",
                            "filters": ["once_per_outage", "bad_requests"]}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # Django's own loggers would tell only administrators by mail, or nobody.
    "loggers": dict({name: {"level": "INFO"} for name in ("email", "live", "game", "database")},
                    **{"django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
                       "django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}}),
}
