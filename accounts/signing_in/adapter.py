"""How allauth's accounts behave here, on both stacks: seats come along at sign-in, open
sockets learn of a sign-out, and no letter breaks a page."""
from __future__ import unicode_literals

import logging
import smtplib

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from django import forms
from django.contrib import messages
from django.utils import translation
from django.utils.translation import gettext_noop as N_

from accounts import account_data
from accounts.profiles import language_of
from accounts.sessions import devices, signing_out
from accounts.signing_in import error_messages as our_messages
from common.compat import gettext as _
from common.email_addresses import canonical
from common.limits import ratelimits
from common.web import senders
from common.web.http import client_address
from common.wrapping import wrapped

logger = logging.getLogger("email")
# What allauth says when it believes that a letter is on its way.
SENT = ("email_confirmation_sent.txt", "login_code_sent.txt")
# Letters that somebody waits for; the others only tell what has happened, and nobody misses them.
AWAITED = ("email_confirmation", "password_reset_key", "password_reset_code", "login_code", "sign_in_code",
           "unknown_account", "account_already_exists")
NOT_SENT = N_("We could not send a letter to %s just now, so please do not wait for it. Everything else is "
              "done. Look whether the address is right, and ask for the letter again in a few minutes.")
KEPT = N_("This machine sends no mail, so no letter comes to %s. Whoever runs the site can confirm the "
          "address with \"python manage.py confirm_address\".")


# Passwords tried for one account from all addresses together. One address alone never gets so far: allauth
# stops it after five wrong ones for five minutes.
TRIES_OF_AN_ACCOUNT = "100/h"
# Letters that strangers can make us send: by signing up with somebody's address, or by asking for a new
# password.
LETTERS_TO_ONE_ADDRESS = "10/h"


class AccountAdapter(DefaultAccountAdapter):
    error_messages = dict(DefaultAccountAdapter.error_messages, **our_messages.ERRORS)

    def login(self, request, user):
        """Every way in ends here: password, passkey, another site's account, or a new account."""
        before, pk_before = request.user, request.user.pk
        belongings = account_data.session_values(request.session)
        super(AccountAdapter, self).login(request, user)
        devices.remember(request, user)
        account_data.adopt(user, request.session, belongings)
        if pk_before not in (None, user.pk):
            account_data.access_changed(before)

    def logout(self, request):
        with signing_out.ending(request):
            super(AccountAdapter, self).logout(request)

    def set_password(self, user, password):
        """A new password ends the sessions of all other devices."""
        super(AccountAdapter, self).set_password(user, password)
        account_data.access_changed(user)

    def clean_email(self, email):
        """Addresses are stored in the one form that all are (common/email_addresses.py)."""
        return super(AccountAdapter, self).clean_email(canonical(email))

    def get_client_ip(self, request):
        """What the limits of allauth count by."""
        return client_address(request)

    def pre_authenticate(self, request, **credentials):
        super(AccountAdapter, self).pre_authenticate(request, **credentials)
        login = _login_of(credentials)
        if not devices.device_of(request,
                                 login) and ratelimits.hit("passwords", login[1], TRIES_OF_AN_ACCOUNT):
            raise forms.ValidationError(our_messages.ERRORS["too_many_login_attempts"])

    def _get_login_attempts_cache_key(self, request, **credentials):
        """What both versions of allauth count wrong passwords by.

        By the account alone, any stranger could lock it.
        """
        key = super(AccountAdapter, self)._get_login_attempts_cache_key(request, **credentials)
        return "%s@%s" % (key, devices.device_of(request, _login_of(credentials)) or client_address(request))

    def send_mail(self, template_prefix, email, context):
        if not self.deliver(template_prefix, email, context) and _is_awaited(template_prefix):
            self._tell_that_no_letter_comes(email)

    def deliver(self, template_prefix, email, context):
        """Send a letter. Returns whether it was handed on; if not, the caller tells who waits for it."""
        if _is_awaited(template_prefix) and ratelimits.hit("letters-to", canonical(email),
                                                           LETTERS_TO_ONE_ADDRESS):
            logger.warning("An address has had %s letters of accounts; it gets no more now.",
                           LETTERS_TO_ONE_ADDRESS)
            return False
        try:
            super(AccountAdapter, self).send_mail(template_prefix, email, context)
        except (smtplib.SMTPException, EnvironmentError) as error:
            logger.error("A letter of accounts (%s) was not sent: %s: %s", template_prefix,
                         type(error).__name__, error)
            return False
        return True

    def get_from_email(self):
        return senders.sender()

    def render_mail(self, template_prefix, email, context, *args, **kwargs):
        with translation.override(language_of(context.get("user") or _owner_of(email))):
            letter = super(AccountAdapter, self).render_mail(template_prefix, email, context, *args, **kwargs)
        letter.body = wrapped(letter.body)
        return letter

    def add_message(self, request, level, message_template=None, *args, **kwargs):
        if message_template and message_template.endswith(SENT):
            if getattr(request, "letter_failed", False):
                return
            if not senders.letters_leave() and message_template.endswith(SENT[0]):
                messages.warning(request, _(KEPT) % _address_of(*args, **kwargs))
                return
        super(AccountAdapter, self).add_message(request, level, message_template, *args, **kwargs)

    def _tell_that_no_letter_comes(self, email):
        if self.request is not None:
            self.request.letter_failed = True
            messages.warning(self.request, _(NOT_SENT) % email)


def _address_of(message_context=None, *args, **kwargs):
    return (message_context or {}).get("email", "you")


def _login_of(credentials):
    """What somebody typed, as `devices` has it: (NAME or ADDRESS, text in lower case)."""
    kind = devices.ADDRESS if credentials.get("email") else devices.NAME
    return kind, (credentials.get("email") or credentials.get("username") or "").lower()


def _is_awaited(template_prefix):
    return template_prefix.split("/")[-1].startswith(AWAITED)


def _owner_of(email):
    address = EmailAddress.objects.filter(email__iexact=email).select_related("user").first()
    return address.user if address else None
