"""Accounts by django-allauth, and signing in with an account elsewhere where keys are given."""
from __future__ import unicode_literals

from .apps import INSTALLED_APPS
from .site import CLASSIC, HTTPS, SCRIPT_NAME, env

AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = SCRIPT_NAME + "/accounts/login/"
LOGIN_REDIRECT_URL = SCRIPT_NAME + "/"
ACCOUNT_LOGOUT_REDIRECT_URL = SCRIPT_NAME + "/"
ACCOUNT_ADAPTER = "accounts.signing_in.adapter.AccountAdapter"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_CONFIRM_EMAIL_ON_GET = False  # mail programs follow links before anybody has read the letter
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_SESSION_REMEMBER = None  # the person says it by a tick
ACCOUNT_UNIQUE_EMAIL = True
# A table has guests without an address, children too. What they miss is said where they sign up.
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Cards Against Django] "
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
ACCOUNT_FORMS = {"login": "accounts.signing_in.login_form.AnySpellingLoginForm"}
if CLASSIC:
    ACCOUNT_AUTHENTICATION_METHOD = "username_email"
    ACCOUNT_EMAIL_REQUIRED = False
    ACCOUNT_SIGNUP_PASSWORD_ENTER_TWICE = True
    ACCOUNT_PASSWORD_MIN_LENGTH = 8
    ACCOUNT_FORMS["reset_password"] = "accounts.signing_in.password_reset.QuietResetPasswordForm"
else:
    INSTALLED_APPS += ["allauth.mfa", "allauth.socialaccount"]
    ACCOUNT_LOGIN_METHODS = {"username", "email"}
    ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
    ACCOUNT_EMAIL_NOTIFICATIONS = True
    ACCOUNT_REAUTHENTICATION_REQUIRED = True
    ACCOUNT_REAUTHENTICATION_TIMEOUT = 900  # seconds
    # A second account with an address is let in, unconfirmed: to refuse it would tell that the first one is
    # there.
    ACCOUNT_PREVENT_ENUMERATION = "strict"
    # A whole table may share one address, so an address gets many tries and a name few; the adapter says what
    # both are. The hourly limits keep strangers from sending our letters.
    ACCOUNT_RATE_LIMITS = {"signup": "20/m/ip,100/h/ip", "reset_password": "20/m/ip,5/h/key",
                           "login_failed": "30/m/ip,5/5m/key",
                           "manage_email": "10/m/user,30/h/user"}
    AUTH_PASSWORD_VALIDATORS = [{"NAME": "django.contrib.auth.password_validation." + name} for name in [
        "UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator",
        "NumericPasswordValidator"]]
    MFA_ADAPTER = "accounts.signing_in.mfa_adapter.MfaAdapter"
    MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
    MFA_PASSKEY_LOGIN_ENABLED = True
    MFA_TOTP_ISSUER = "Cards Against Django"

# ---- signing in with an account elsewhere: on the current stack, and only where keys are given
FORM_TARGETS = []  # browsers must know beforehand where a form may lead
if not CLASSIC:
    SOCIALACCOUNT_ADAPTER = "accounts.signing_in.social_adapter.SocialAccountAdapter"
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
