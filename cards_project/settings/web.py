"""Sessions, cookies, security headers and static files."""
from __future__ import unicode_literals

import os

from whitenoise.compress import Compressor

from .site import BASE_DIR, CLASSIC, DEBUG, HTTPS, SCRIPT_NAME, SITE_DOMAIN, env

SESSION_ENGINE = "accounts.sessions.session_store"
SESSION_COOKIE_AGE = 365 * 24 * 3600  # seconds; a guest's seat lives in this cookie
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "common.web.errors.csrf_failure"
CSRF_COOKIE_SECURE = HTTPS
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
# Browsers complain about it without https.
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin" if HTTPS else None
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_SSL_REDIRECT = HTTPS
SECURE_SSL_HOST = SITE_DOMAIN or None
SECURE_REDIRECT_EXEMPT = [r"(^|/)health/$"]  # load balancers ask without TLS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
# Whether HSTS holds for names below ours, and in lists that browsers bring along, is for their owner to say.
# The filter for cross-site scripting that Django 1.8 asks for is gone from browsers; it did harm.
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
