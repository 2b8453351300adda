"""Apps, middleware and templates."""
from __future__ import unicode_literals

import os

from .site import BASE_DIR, CLASSIC

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
    "common.web.health.HealthMiddleware",  # first: probes need no host of ours, session, redirect to https
    "django.middleware.security.SecurityMiddleware",
    "common.web.middleware.OwnAddressMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.SessionAuthenticationMiddleware" if CLASSIC
    else "allauth.account.middleware.AccountMiddleware",
    "accounts.languages.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "common.web.middleware.BrowserPolicyMiddleware",
    "accounts.sessions.devices.KnownDeviceMiddleware",
    "common.limits.session_limits.SessionLimitMiddleware",
    "common.limits.post_limits.PostLimitMiddleware",
    "game.middleware.RefusalsMiddleware",
]
if not CLASSIC:
    MIDDLEWARE.insert(MIDDLEWARE.index("whitenoise.middleware.WhiteNoiseMiddleware") + 1,
                      "common.web.middleware.CompressionMiddleware")
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
        "common.web.context.every_page",
    ]},
}]
if not CLASSIC:
    # The name that asks the storage of static files on both stacks; the "static" of Django 1.8 knows no
    # hashed names.
    TEMPLATES[0]["OPTIONS"]["libraries"] = {"staticfiles": "django.templatetags.static"}
