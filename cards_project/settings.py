"""One settings module for both stacks. Everything that differs between machines comes from the environment.

With nothing set the game runs by itself: SQLite, an in-process channel layer, e-mails in a folder, all under var/.
docs/DEPLOY.md explains the variables.
"""
from __future__ import unicode_literals

import os
import re

import dj_database_url
import dj_email_url
import django
from whitenoise.compress import Compressor

from cards_project import __version__ as RELEASE  # noqa: F401 - a setting
from cards_project.env import Environment, kept_secret
from common.private_files import close_to_others, make_folder
from common.sqlite import Connection

CLASSIC = django.VERSION < (2,)  # noqa: TID251
BASE_DIR = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

env = Environment(os.environ)
# The stacks cannot read each other's sessions and share no channel layer at home, so each has its own data there.
VAR_DIR = make_folder(os.path.abspath(env.text("VAR_DIR", os.path.join(BASE_DIR, "var", "classic" if CLASSIC else ""))))
if not env.text("VAR_DIR"):  # a folder that somebody else made may be there for other things too
    for _folder in (os.path.join(BASE_DIR, "var"), VAR_DIR):
        close_to_others(_folder)

# ---- who and where
DEBUG = env.flag("DEBUG")
HTTPS = env.flag("HTTPS")
DEPLOYED = env.flag("DEPLOY") or bool(env.text("DATABASE_URL"))
SECRET_KEY = env.text("SECRET_KEY") or kept_secret(os.path.join(VAR_DIR, "secret_key"))
SITE_DOMAIN = env.host("SITE_DOMAIN")
if HTTPS and not SITE_DOMAIN:
    env.problem("SITE_DOMAIN", 'with HTTPS set, name the site, like "cards.example.org": its links begin with it')
PORT = env.parsed("PORT", env.count, "give a number, like 8000", 8000)
# At home the phones ask for whatever address the machine has in that network, so every name is welcome there.
ALLOWED_HOSTS = env.names("ALLOWED_HOSTS", [SITE_DOMAIN.split(":")[0]] if SITE_DOMAIN else ["*"])
if DEPLOYED and not SITE_DOMAIN and not env.text("ALLOWED_HOSTS"):
    env.problem("ALLOWED_HOSTS", 'with DATABASE_URL or DEPLOY set, list the names of the site, like "cards.example.org"')
CSRF_TRUSTED_ORIGINS = env.names("CSRF_TRUSTED_ORIGINS")
if any("://" not in origin for origin in CSRF_TRUSTED_ORIGINS):
    env.problem("CSRF_TRUSTED_ORIGINS", 'give each origin with its scheme, like "https://cards.example.org"')
    CSRF_TRUSTED_ORIGINS = []
# How many proxies of ours stand before the site: so many entries at the right end of X-Forwarded-For are believed.
TRUSTED_PROXIES = env.parsed("TRUSTED_PROXIES", env.count, "give a number, like 1", 0)
# The path below which the site is, for a proxy that puts it beside others; never taken from a request.
SCRIPT_NAME = env.parsed("SCRIPT_NAME", env.path, 'give a path like "/cards"', "")
FORCE_SCRIPT_NAME = SCRIPT_NAME or None
SITE_ID = 1
SITE_NAME = "Cards Against Django"
ROOT_URLCONF = "cards_project.urls"
LIVE_ROUTES = "cards_project.routes"
ASGI_APPLICATION = "cards_project.asgi.application"

# ---- apps
INSTALLED_APPS = ["live"]  # first: its `runworker` replaces the one of Channels
INSTALLED_APPS += [] if CLASSIC else ["daphne"]
INSTALLED_APPS += [
    "channels",
    "cards_project.apps.FrontDoorConfig",
    "invitations",
    "game",
    "decks",
    "accounts",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sites",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
]
MIDDLEWARE = [
    "common.health.HealthMiddleware",  # first: probes need no host of ours, no session, no redirect to https
    "django.middleware.security.SecurityMiddleware",
    "common.middleware.OwnAddressMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.SessionAuthenticationMiddleware" if CLASSIC
    else "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "common.middleware.BrowserPolicyMiddleware",
    "accounts.devices.KnownDeviceMiddleware",
    "common.post_limits.PostLimitMiddleware",
    "game.middleware.RefusalsMiddleware",
]
if not CLASSIC:
    MIDDLEWARE.insert(MIDDLEWARE.index("whitenoise.middleware.WhiteNoiseMiddleware") + 1, "common.middleware.CompressionMiddleware")
MIDDLEWARE_CLASSES = MIDDLEWARE
TEMPLATES = [{
    "BACKEND": "django.template.backends.django.DjangoTemplates",
    "DIRS": [os.path.join(BASE_DIR, "templates")],
    "APP_DIRS": True,
    "OPTIONS": {"context_processors": [
        "django.template.context_processors.debug",
        "django.template.context_processors.request",
        "django.contrib.auth.context_processors.auth",
        "django.contrib.messages.context_processors.messages",
        "common.context.every_page",
    ]},
}]
if not CLASSIC:
    # The name that asks the storage of static files on both stacks; the "static" of Django 1.8 knows no hashed names.
    TEMPLATES[0]["OPTIONS"]["libraries"] = {"staticfiles": "django.templatetags.static"}


# ---- data
def _database(url):
    parts = dj_database_url.parse(url)
    if not parts["NAME"] or not parts["ENGINE"].split(".")[-1].startswith(("sqlite3", "postgresql")):
        raise ValueError(url)
    return parts


DATABASES = {"default": env.parsed(
    "DATABASE_URL", _database, 'write "postgres://user:password@host/name" or "sqlite:////path/to/file"',
    {"ENGINE": "django.db.backends.sqlite3", "NAME": os.path.join(VAR_DIR, "db.sqlite3")})}
# Opening a connection costs more than most of our queries.
DATABASES["default"]["CONN_MAX_AGE"] = 60
if not CLASSIC:  # where live/classic/worker.py does the same
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True  # before each use: the database may have restarted
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {"timeout": 20, "factory": Connection}
    if not CLASSIC:
        DATABASES["default"]["OPTIONS"].update({
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL",
        })
else:
    # A server that is gone without a word is noticed in seconds; without these a connection waits for it for hours.
    DATABASES["default"]["OPTIONS"] = dict(
        {"connect_timeout": 3, "keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3},
        **DATABASES["default"].get("OPTIONS", {}))

# ---- Redis: between processes; without it everything lives in one process
REDIS_URL = env.text("REDIS_URL")
if REDIS_URL and not REDIS_URL.startswith(("redis://", "rediss://", "unix://")):
    env.problem("REDIS_URL", 'begin it with "redis://", like "redis://localhost:6379/0"')
    REDIS_URL = ""
# How many messages may wait: a hundred by default, but tasks (names without a dot) and what goes to sockets come by crowds.
CHANNEL_CAPACITY = {re.compile(r"([a-z-]+|daphne\.response\..*)$"): 10000}
if REDIS_URL and CLASSIC:
    CHANNEL_LAYERS = {"default": {
        "BACKEND": "asgi_redis.RedisChannelLayer",
        # A worker waits 5 seconds for a message and then again; without an answer for longer, Redis is away.
        "CONFIG": {"hosts": [REDIS_URL], "channel_capacity": CHANNEL_CAPACITY, "connection_kwargs": {"socket_timeout": 8}},
    }}
    CACHES = {"redis": {"BACKEND": "django_redis.cache.RedisCache", "LOCATION": REDIS_URL,
                        "OPTIONS": {"SOCKET_CONNECT_TIMEOUT": 2, "SOCKET_TIMEOUT": 2}}}
elif REDIS_URL:
    CHANNEL_LAYERS = {"default": {
        "BACKEND": "channels_redis.core.RedisChannelLayer",
        # An idle connection asks again every 5 seconds; without an answer for longer, Redis is away.
        "CONFIG": {"hosts": [{"address": REDIS_URL, "socket_timeout": 8}], "channel_capacity": CHANNEL_CAPACITY},
    }}
    CACHES = {"redis": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL,
                        "OPTIONS": {"socket_connect_timeout": 2, "socket_timeout": 2}}}
else:
    CHANNEL_LAYERS = {"default": {"BACKEND": "live.classic.layer.MemoryLayer"} if CLASSIC else {
        "BACKEND": "channels.layers.InMemoryChannelLayer", "CONFIG": {"capacity": 10000}}}
    CACHES = {}
# The default of 300 entries would forget rate limits while they still count.
CACHES["memory"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 100000}}
CACHES["default"] = CACHES["memory"] if not REDIS_URL else {
    "BACKEND": "common.caches.FallbackCache", "LOCATION": "redis", "OPTIONS": {"FALLBACK": "memory"}}
if CLASSIC:
    CHANNEL_LAYERS["default"]["ROUTING"] = "live.classic.routing.routing"


# ---- bounds of the server
# How long requests and tasks may go on after the signal to end.
SHUTDOWN_SECONDS = env.parsed("SHUTDOWN_SECONDS", env.seconds, "give seconds, like 5", 5)
# How long the headers of a request may take to arrive; each such time must also bring 16 KB of a body, or its end.
HEADER_SECONDS = env.parsed("HEADER_SECONDS", env.seconds, "give seconds, like 15", 15)
BODY_BYTES = 1024 * 1024  # of any request, but for those that BIG_BODIES in the routes names
# Open WebSockets of one client address in one process; a school behind one address may need more.
SOCKETS_PER_ADDRESS = env.parsed("SOCKETS_PER_ADDRESS", env.positive, "give a number, like 50", 50)

# ---- how long things are kept: days after their last use; the clock takes away the rest
KEEP_ROOMS_DAYS = env.parsed("KEEP_ROOMS_DAYS", env.days, "give days, like 30", 30)
# Sessions of visitors without an account, whose rooms and decks are gone.
KEEP_VISITORS_DAYS = env.parsed("KEEP_VISITORS_DAYS", env.days, "give days, like 30", 30)
KEEP_LETTERS_DAYS = env.parsed("KEEP_LETTERS_DAYS", env.days, "give days, like 30", 30)  # in their folder

# ---- how much there may be
# How many people may sit in a room at once; guests of invitations find a seat up to twice as many.
SEATS_PER_ROOM = env.parsed("SEATS_PER_ROOM", env.positive, "give a number, like 100", 100)
# New ones from one address, where a school class or an office may be; rooms from one account too.
SEATS_AN_HOUR = env.parsed("SEATS_AN_HOUR", env.count, "give a number, like 150", 150)
ROOMS_AN_HOUR = env.parsed("ROOMS_AN_HOUR", env.count, "give a number, like 20", 20)
LISTED_ROOMS_A_DAY = env.parsed("LISTED_ROOMS_A_DAY", env.count, "give a number, like 3", 3)
# Forms and documents sent by one account, or from one address by those without one. Some views have limits below it.
POSTS_A_MINUTE = env.parsed("POSTS_A_MINUTE", env.positive, "give a number, like 300", 300)


# ---- e-mail
def _email(url):
    parts = dj_email_url.parse(url)
    if "EMAIL_BACKEND" not in parts:
        raise ValueError(url)
    if url.startswith("file:///"):
        parts["EMAIL_FILE_PATH"] = "/" + parts["EMAIL_FILE_PATH"].lstrip("/")
    if parts["EMAIL_BACKEND"].endswith("filebased.EmailBackend"):
        parts["EMAIL_BACKEND"] = "common.filebased.EmailBackend"
    return parts


globals().update(env.parsed(
    "EMAIL_URL", _email, 'write "smtp://user:password@host:587/?tls=1", "file:///path/to/folder" or "console://"',
    {"EMAIL_BACKEND": "common.filebased.EmailBackend",
     "EMAIL_FILE_PATH": os.path.join(VAR_DIR, "mail")}))
EMAIL_TIMEOUT = 20  # seconds; a mail server that hangs must not hold a worker for ever
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "cards@" + (SITE_DOMAIN.split(":")[0] or "localhost"))
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# ---- invitations
INVITES_AT_ONCE, INVITES_AN_HOUR, INVITES_A_DAY = 50, 20, 100  # letters of one host
LETTERS_TO_ONE_ADDRESS = 3  # a day, from the whole site
# When a letter could not be sent: how long to wait before each next try; after the last one it has failed.
LETTER_RETRY_SECONDS = env.parsed(
    "LETTER_RETRY_SECONDS", lambda text: [env.seconds(part) for part in text.split(",")],
    'give seconds like "60,300,1800,7200"', [60, 300, 1800, 7200])
# A worker that took a letter and was not heard of for so long is dead, and another may take it.
LETTER_CLAIM_SECONDS = env.parsed("LETTER_CLAIM_SECONDS", env.seconds, "give seconds, like 300", 300)
# The same for an import, which gives a sign of life with each batch of cards.
IMPORT_CLAIM_SECONDS = env.parsed("IMPORT_CLAIM_SECONDS", env.seconds, "give seconds, like 120", 120)
# How often workers look for work that no message told them of.
CLOCK_SECONDS = env.parsed("CLOCK_SECONDS", env.seconds, "give seconds, like 60", 60)

# ---- accounts
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = SCRIPT_NAME + "/accounts/login/"
LOGIN_REDIRECT_URL = SCRIPT_NAME + "/"
ACCOUNT_LOGOUT_REDIRECT_URL = SCRIPT_NAME + "/"
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_CONFIRM_EMAIL_ON_GET = False  # mail programs follow links before anybody has read the letter
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_SESSION_REMEMBER = None  # the person says it by a tick
ACCOUNT_UNIQUE_EMAIL = True
# A table has guests without an address, children too. What they miss is said where they sign up.
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Cards Against Django] "
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
if CLASSIC:
    ACCOUNT_AUTHENTICATION_METHOD = "username_email"
    ACCOUNT_EMAIL_REQUIRED = False
    ACCOUNT_SIGNUP_PASSWORD_ENTER_TWICE = True
    ACCOUNT_PASSWORD_MIN_LENGTH = 8
    ACCOUNT_FORMS = {"reset_password": "accounts.password_reset.QuietResetPasswordForm"}
else:
    INSTALLED_APPS += ["allauth.mfa", "allauth.socialaccount"]
    ACCOUNT_LOGIN_METHODS = {"username", "email"}
    ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
    ACCOUNT_EMAIL_NOTIFICATIONS = True
    ACCOUNT_REAUTHENTICATION_REQUIRED = True
    ACCOUNT_REAUTHENTICATION_TIMEOUT = 900  # seconds
    # A second account with an address is let in, unconfirmed: to refuse it would tell that the first one is there.
    ACCOUNT_PREVENT_ENUMERATION = "strict"
    # A whole table may share one address, so an address gets many tries and a name few; the adapter says what both are.
    # The hourly limits keep strangers from sending our letters.
    ACCOUNT_RATE_LIMITS = {"signup": "20/m/ip,100/h/ip", "reset_password": "20/m/ip,5/h/key",
                           "login_failed": "30/m/ip,5/5m/key",
                           "manage_email": "10/m/user,30/h/user"}
    AUTH_PASSWORD_VALIDATORS = [{"NAME": "django.contrib.auth.password_validation." + name} for name in [
        "UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator",
        "NumericPasswordValidator"]]
    MFA_ADAPTER = "accounts.mfa_adapter.MfaAdapter"
    MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
    MFA_PASSKEY_LOGIN_ENABLED = True
    MFA_TOTP_ISSUER = "Cards Against Django"

# ---- signing in with an account elsewhere: on the current stack, and only where keys are given
FORM_TARGETS = []  # browsers must know beforehand where a form may lead
if not CLASSIC:
    SOCIALACCOUNT_ADAPTER = "accounts.social_adapter.SocialAccountAdapter"
    SOCIALACCOUNT_LOGIN_ON_GET = False
    SOCIALACCOUNT_QUERY_EMAIL = True
    SOCIALACCOUNT_PROVIDERS = {}
    for _provider, _name, _origin in [("github", "GITHUB", "https://github.com"),
                                      ("google", "GOOGLE", "https://accounts.google.com"),
                                      ("twitter_oauth2", "TWITTER", "https://x.com")]:
        INSTALLED_APPS.append("allauth.socialaccount.providers." + _provider)
        _keys = env.pair(_name + "_CLIENT_ID", _name + "_SECRET")
        _apps = [{"client_id": _keys[0], "secret": _keys[1], "key": ""}] if _keys else []
        SOCIALACCOUNT_PROVIDERS[_provider] = {"APPS": _apps, "OAUTH_PKCE_ENABLED": True}
        FORM_TARGETS += [_origin] if _apps else []

# ---- sessions, cookies and headers
SESSION_ENGINE = "accounts.session_store"
SESSION_COOKIE_AGE = 365 * 24 * 3600  # seconds; a guest's seat lives in this cookie
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "common.errors.csrf_failure"
CSRF_COOKIE_SECURE = HTTPS
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin" if HTTPS else None  # browsers complain about it without https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_SSL_REDIRECT = HTTPS
SECURE_SSL_HOST = SITE_DOMAIN or None
SECURE_REDIRECT_EXEMPT = [r"(^|/)health/$"]  # load balancers ask without TLS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
# Whether HSTS holds for names below ours, and in lists that browsers bring along, is for their owner to say. The filter
# for cross-site scripting that Django 1.8 asks for is gone from browsers; it did harm.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"] + (["security.W007"] if CLASSIC else [])

# ---- static files: straight from their folders, or hashed ones where `collectstatic` has put them
STATIC_URL = SCRIPT_NAME + "/static/"
STATIC_ROOT = env.text("STATIC_ROOT") or None
STATICFILES_DIRS = [
    os.path.join(BASE_DIR, "static"),
    ("lit", os.path.join(BASE_DIR, "node_modules", "lit-html")),
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "cards_project.static.HashedStaticStorage" if STATIC_ROOT
                    else "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
if CLASSIC:
    STATICFILES_STORAGE = STORAGES["staticfiles"]["BACKEND"]
# Source maps are for developers, and the longest of all files; brotli would take seconds for them.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = Compressor.SKIP_COMPRESS_EXTENSIONS + ("map",)
WHITENOISE_USE_FINDERS = not STATIC_ROOT
WHITENOISE_AUTOREFRESH = DEBUG or (CLASSIC and not STATIC_ROOT)  # its old version uses finders only so

# ---- language and time
LANGUAGE_CODE = "en"
# Letters and the pages behind their links; the rest of the site speaks English.
LANGUAGES = [("en", "English"), ("de", "Deutsch"), ("es", "Espa\u00f1ol"), ("fr", "Fran\u00e7ais"), ("pl", "Polski")]
LOCALE_PATHS = [os.path.join(BASE_DIR, "locale")]
USE_I18N = True
USE_TZ = True


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
    "filters": {"once_per_outage": {"()": "common.outage.OncePerOutage"}, "one_line": {"()": "common.logs.OneLine"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["once_per_outage"]}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # Django's own loggers would tell only administrators by mail, or nobody.
    "loggers": dict({name: {"level": "INFO"} for name in ("email", "live", "game", "database")},
                    **{"django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
                       "django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
                       "django.security.DisallowedHost": {"filters": ["one_line"]}}),
}

ENVIRONMENT_PROBLEMS = env.problems
