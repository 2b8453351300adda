"""How a host without an account, or without a confirmed address, goes on inviting in the panel: their
address, and the code from the letter there.

Refusals as in panel.py. No answer tells whether an address has an account.
"""
from __future__ import unicode_literals

import six
from django.views.decorators.http import require_POST

from accounts.signing_in import codes
from common.compat import gettext as _
from invitations.hosting import permissions, services
from invitations.panel import answers, read_body, visitor


@require_POST
@answers
def send_code(request, code):
    """Write a code to {"email": text}. Answers {"email": as it is written to, "minutes": 10}."""
    _host(request, code)
    email = _text(request, "email")
    try:
        codes.send(request, email)
    except codes.CodeError as refusal:
        raise services.Refused(refusal.code, refusal.message)
    return {"email": email.strip(), "minutes": codes.MINUTES}


@require_POST
@answers
def confirm(request, code):
    """Sign in with {"code": the six digits of the letter}.

    Answers {"next": ""}; or, for an account with a second factor, the address of the page that asks for it.
    """
    room, player = _host(request, code)
    try:
        return {"next": codes.confirm(request, _text(request, "code"), player.name,
                                      room.get_absolute_url() + "#invite")}
    except codes.CodeError as refusal:
        raise services.Refused(refusal.code, refusal.message)


def _host(request, code):
    """The room and the seat of a host who may not invite yet. Raises services.Refused."""
    room, player = visitor(request, code)
    standing = permissions.standing(player, request.user)
    if standing == "yes":
        raise services.Refused("confirmed", _("Your address is confirmed already: send the letters."))
    if standing == "not_host":
        raise services.Refused("not_host")
    return room, player


def _text(request, name):
    text = read_body(request).get(name)
    if not isinstance(text, six.text_type):
        raise services.Refused("bad_request", "Send a text.")
    return text
