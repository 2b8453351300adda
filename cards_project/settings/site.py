"""Which stack this is, where its data is kept, and under what names the site is reached."""
from __future__ import unicode_literals

import os

import django

from cards_project import __version__ as RELEASE  # noqa: F401 - a setting
from cards_project.env import Environment, kept_secret
from common.storage.private_files import close_to_others, make_folder

CLASSIC = django.VERSION < (2,)  # noqa: TID251
BASE_DIR = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

env = Environment(os.environ)
# The stacks cannot read each other's sessions and share no channel layer at home, so each has its own data
# there.
VAR_DIR = make_folder(os.path.abspath(
    env.text("VAR_DIR", os.path.join(BASE_DIR, "var", "classic" if CLASSIC else ""))))
if not env.text("VAR_DIR"):  # a folder that somebody else made may be there for other things too
    for _folder in (os.path.join(BASE_DIR, "var"), VAR_DIR):
        close_to_others(_folder)

DEBUG = env.flag("DEBUG")
HTTPS = env.flag("HTTPS")
DEPLOYED = env.flag("DEPLOY") or bool(env.text("DATABASE_URL"))
SECRET_KEY = env.text("SECRET_KEY") or kept_secret(os.path.join(VAR_DIR, "secret_key"))
SITE_DOMAIN = env.host("SITE_DOMAIN")
if HTTPS and not SITE_DOMAIN:
    env.problem("SITE_DOMAIN",
                'with HTTPS set, name the site, like "cards.example.org": its links begin with it')
PORT = env.parsed("PORT", env.count, "give a number, like 8000", 8000)
# At home the phones ask for whatever address the machine has in that network, so every name is welcome there.
ALLOWED_HOSTS = env.names("ALLOWED_HOSTS", [SITE_DOMAIN.split(":")[0]] if SITE_DOMAIN else ["*"])
if DEPLOYED and not SITE_DOMAIN and not env.text("ALLOWED_HOSTS"):
    env.problem("ALLOWED_HOSTS",
                'with DATABASE_URL or DEPLOY set, list the names of the site, like "cards.example.org"')
CSRF_TRUSTED_ORIGINS = env.names("CSRF_TRUSTED_ORIGINS")
if any("://" not in origin for origin in CSRF_TRUSTED_ORIGINS):
    env.problem("CSRF_TRUSTED_ORIGINS", 'give each origin with its scheme, like "https://cards.example.org"')
    CSRF_TRUSTED_ORIGINS = []
# How many proxies of ours stand before the site: so many entries at the right end of X-Forwarded-For are
# believed.
TRUSTED_PROXIES = env.parsed("TRUSTED_PROXIES", env.count, "give a number, like 1", 0)
# The path below which the site is, for a proxy that puts it beside others; never taken from a request.
SCRIPT_NAME = env.parsed("SCRIPT_NAME", env.path, 'give a path like "/cards"', "")
FORCE_SCRIPT_NAME = SCRIPT_NAME or None
SITE_ID = 1
SITE_NAME = "Cards Against Django"
ROOT_URLCONF = "cards_project.urls"
LIVE_ROUTES = "cards_project.routes"
ASGI_APPLICATION = "cards_project.asgi.application"
