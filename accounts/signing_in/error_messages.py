"""What accounts say when something does not fit, and what to do then, in place of allauth's words.

No logic.
"""
from __future__ import unicode_literals

ERRORS = {
    "account_inactive": "This account is closed. You can play without one.",
    "duplicate_email": "This address belongs to your account already.",
    "email_password_mismatch": "Address and password do not fit together. Try again, or ask for a new "
                               "password.",
    "email_taken": "An account has this address already. Sign in with it, or ask for a new password.",
    "enter_current_password": "That is not the password you have now. Try again.",
    "incorrect_code": "This is not the code in our newest letter. Look once more.",
    "incorrect_password": "That is not your password. Try again.",
    "rate_limited": "That was a lot in a short time. Wait a minute and try again.",
    "too_many_login_attempts": "Too many tries. Wait five minutes, or ask for a new password.",
    "username_blacklisted": "This name is not to be had. Try another one.",
    "username_password_mismatch": "Name and password do not fit together. Try again, or ask for a new "
                                  "password.",
    "username_taken": "Somebody has this name already. Try another one, or sign in if it is you.",
}
MFA_ERRORS = {
    "add_email_blocked": "Remove your passkeys and codes first: while they are on, no address can be added.",
    "cannot_generate_recovery_codes": "Recovery codes come with a passkey or an app. Add one of them first.",
    "incorrect_code": "This did not fit. Use the newest code of your app, or a recovery code that you have "
                      "not used yet.",
    "unverified_email": "Confirm your e-mail address first: open the link in our letter, or ask for a new "
                        "one.",
}
