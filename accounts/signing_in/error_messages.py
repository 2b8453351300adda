"""What accounts say when something does not fit, and what to do then, in place of allauth's words.

No logic.
"""
from __future__ import unicode_literals

from common.compat import gettext_lazy

ERRORS = {
    "account_inactive": gettext_lazy("This account is closed. You can play without one."),
    "duplicate_email": gettext_lazy("This address belongs to your account already."),
    "email_password_mismatch": gettext_lazy("Address and password do not fit together. Try again, or ask for "
                                            "a new password."),
    "email_taken": gettext_lazy("An account has this address already. Sign in with it, or ask for a new "
                                "password."),
    "enter_current_password": gettext_lazy("That is not the password you have now. Try again."),
    "incorrect_code": gettext_lazy("This is not the code in our newest letter. Look once more."),
    "incorrect_password": gettext_lazy("That is not your password. Try again."),
    "rate_limited": gettext_lazy("That was a lot in a short time. Wait a minute and try again."),
    "too_many_login_attempts": gettext_lazy("Too many tries. Wait five minutes, or ask for a new password."),
    "username_blacklisted": gettext_lazy("This name is not to be had. Try another one."),
    "username_password_mismatch": gettext_lazy("Name and password do not fit together. Try again, or ask for "
                                               "a new password."),
    "username_taken": gettext_lazy("Somebody has this name already. Try another one, or sign in if it is "
                                   "you."),
}
MFA_ERRORS = {
    "add_email_blocked": gettext_lazy("Remove your passkeys and codes first: while they are on, no address "
                                      "can be added."),
    "cannot_generate_recovery_codes": gettext_lazy("Recovery codes come with a passkey or an app. Add one of "
                                                   "them first."),
    "incorrect_code": gettext_lazy("This did not fit. Use the newest code of your app, or a recovery code "
                                   "that you have not used yet."),
    "unverified_email": gettext_lazy("Confirm your e-mail address first: open the link in our letter, or ask "
                                     "for a new one."),
}
