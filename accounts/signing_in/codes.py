"""One-time codes by letter: whoever types the code of the letter owns its address, and is signed in by it.

Serves both stacks alike: the old allauth knows no codes, and those of the new one lead through pages of its
own and to other pages for new accounts than for old ones. What is done with a right code is allauth's:
`perform_login`, with all that belongs to it, a second factor too.

The session keeps {"id", "email", "hash", "until", "tries"}; the code itself is in the letter alone, and
where that stays on this machine, or in debug mode, on its terminal.
"""
from __future__ import unicode_literals

import logging

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.account.utils import perform_login
from allauth.utils import generate_unique_username
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.crypto import constant_time_compare, get_random_string, salted_hmac
from django.utils.translation import gettext_noop as N_

from accounts import profiles
from accounts.sessions import devices
from common.clock import now_ms
from common.compat import gettext
from common.email_addresses import canonical, readable
from common.limits import ratelimits
from common.web import senders
from common.web.http import client_address

logger = logging.getLogger("email")
KEPT, SALT = "sign_in_code", "accounts.signing_in.codes"
DIGITS, MINUTES, TRIES = 6, 10, 5
LONGEST_ADDRESS = 254
# Letters with codes: to one address, from one client address, from one session.
LETTERS = {"address": "5/h", "client": "30/h", "session": "6/h"}
# Codes typed. A browser that has signed in by the address before counts for itself.
GUESSES = {"address": "30/d", "client": "60/h"}
MESSAGES = {
    "bad_email": N_("That is no e-mail address that we can write to. Look once more."),
    "too_many_codes": N_("That were many codes in a short time. Wait an hour, or sign in with your "
                         "password."),
    "letter_failed": N_("The letter with the code could not be sent just now. Try again in a few minutes."),
    "code_wrong": N_("This is not the code in our newest letter. Look once more."),
    "code_over": N_("That code is not good any more. Ask for a new one."),
    "address_taken": N_("This address belongs to another account. Sign out here and sign in with it, or take "
                     "another."),
    "closed": N_("This account is closed. You can play without one.")}


class CodeError(ValueError):
    """`code` is one of MESSAGES; the text is for who typed."""

    def __init__(self, code):
        super(CodeError, self).__init__(gettext(MESSAGES[code]))
        self.code, self.message = code, gettext(MESSAGES[code])


def send(request, email):
    """Write a letter with a new code to `email`; codes of earlier letters are good no more.

    Nothing in the answer, the letter or the time it takes tells whether the address has an account. Raises
    CodeError.
    """
    email = _address(email)
    counted = {"address": email, "client": client_address(request), "session": request.session.session_key}
    if _is_over("codes", LETTERS, counted):
        raise CodeError("too_many_codes")
    code = get_random_string(DIGITS, "0123456789")
    name = get_random_string(20)
    request.session[KEPT] = {"id": name, "email": email, "hash": _hash(name, code), "tries": 0,
                             "until": now_ms() + 60000 * MINUTES}
    if not get_adapter(request).deliver("account/email/sign_in_code", email, {"code": code}):
        raise CodeError("letter_failed")
    if settings.DEBUG or not senders.letters_leave():
        logger.warning("The code for %s is %s; its letter goes to %s.", email, code,
                       "a mail server" if senders.letters_leave() else senders.place())


def confirm(request, typed, name, then):
    """Use the code that was `typed`: sign in to the account of its address, or make one called `name`.

    Somebody who is signed in already keeps the account, and the address becomes theirs. Returns "", or the
    address of the page that asks for a second factor and leads to `then`. Raises CodeError.
    """
    email = _used(request, "".join(typed.split()))
    owner = _owner(email)
    if request.user.pk is not None:
        if owner not in (None, request.user):
            raise CodeError("address_taken")
        _own(request.user, email)
        return ""
    user = owner or _new_account(name, email)
    if not user.is_active:
        raise CodeError("closed")
    response = perform_login(request, user, email_verification="none", redirect_url=then)
    return "" if request.user.pk == user.pk else response["Location"]


def _address(text):
    email = canonical(text)
    try:
        validate_email(email)
    except ValidationError:
        raise CodeError("bad_email")
    if len(email) > LONGEST_ADDRESS:
        raise CodeError("bad_email")
    return email


def _used(request, typed):
    """The address of the code in this session, which is used up now. Raises CodeError.

    Tries are counted before anything is compared, and in the cache beside the session: of requests at the
    same time each reads the same session.
    """
    kept = request.session.get(KEPT)
    if kept is None or kept["until"] < now_ms() or kept["tries"] >= TRIES:
        request.session.pop(KEPT, None)
        raise CodeError("code_over")
    request.session[KEPT] = dict(kept, tries=kept["tries"] + 1)
    who = {"address": devices.device_of(request, (devices.ADDRESS, kept["email"])) or kept["email"],
           "client": client_address(request)}
    if _is_over("codes-typed", GUESSES, who):
        raise CodeError("too_many_codes")
    if ratelimits.hit("codes-tries", kept["id"], "%d/d" % TRIES):
        raise CodeError("code_over")
    if not constant_time_compare(_hash(kept["id"], typed), kept["hash"]):
        raise CodeError("code_wrong")
    del request.session[KEPT]
    if ratelimits.hit("codes-used", kept["id"], "1/d"):
        raise CodeError("code_over")
    return kept["email"]


def _is_over(group, rates, keys):
    """Count one more by each of the `keys`, {kind: text}. Whether that is over a rate, {kind: rate}."""
    over = [ratelimits.hit("%s-%s" % (group, kind), keys[kind], rate) for kind, rate in rates.items()]
    return any(over)


def _hash(name, code):
    return salted_hmac(SALT, "%s:%s" % (name, code)).hexdigest()


def _owner(email):
    """Whose confirmed address it is, or None. Anybody may have written down one that is not confirmed."""
    row = EmailAddress.objects.filter(_spelled(email), verified=True).select_related("user").first()
    return row.user if row else None


def _spelled(email):
    """What rows with this canonical address have; an administrator may have typed it as people write it."""
    return Q(email__iexact=email) | Q(email__iexact=readable(email))


def _new_account(name, email):
    """An account without a password, with this confirmed address. Returns the user."""
    try:
        with transaction.atomic():
            user = get_user_model()(username=generate_unique_username([name, "player"]))
            user.set_unusable_password()
            user.save()
            _own(user, email)
            profiles.change(user, name, "")
            return user
    except IntegrityError:  # another code for this address has just made one
        owner = _owner(email)
        if owner is None:
            raise CodeError("code_over")
        return owner


def _own(user, email):
    """Make `email` a confirmed address of this user; who else wrote it down without confirming loses it."""
    with transaction.atomic():
        for other in EmailAddress.objects.filter(_spelled(email), verified=False).exclude(user=user):
            get_user_model().objects.filter(_spelled(email), pk=other.user_id).update(email="")
            other.delete()
        mine = EmailAddress.objects.filter(user=user)
        row = mine.filter(_spelled(email)).first() or EmailAddress(user=user, email=email)
        row.verified = True
        if not mine.filter(primary=True, verified=True).exists():
            mine.filter(primary=True).update(primary=False)
            row.primary = True
            get_user_model().objects.filter(pk=user.pk).update(email=row.email)
            user.email = row.email
        row.save()
