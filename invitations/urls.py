"""Addresses of invitations: the host's panel, the guest's links, and the way to stop all letters."""
from __future__ import unicode_literals

from common.compat import re_path
from game.codes import KEY_LENGTH
from game.urls import ROOM
from invitations.mail.unsubscribe import TOKEN_PATTERN
from invitations.views import file_mailbox, guest, hosting, nights, unsubscribe

app_name = "invitations"
KEY = r"(?P<key>[A-Za-z0-9]{%d})/$" % KEY_LENGTH
TOKEN = r"(?P<token>%s)/$" % TOKEN_PATTERN

urlpatterns = [
    re_path(ROOM + r"invitations\.json$", hosting.document, name="document"),
    re_path(ROOM + r"invitations/send/$", hosting.send, name="send"),
    re_path(ROOM + r"night/$", nights.set_night, name="night"),
    re_path(ROOM + r"night/cancel/$", nights.cancel_night, name="cancel_night"),
    re_path(r"^invitations/(?P<pk>[0-9]{1,9})/again/$", hosting.again, name="again"),
    re_path(r"^invitations/(?P<pk>[0-9]{1,9})/revoke/$", hosting.revoke, name="revoke"),
    re_path(r"^letters/$", file_mailbox.letters, name="letters"),
    re_path(r"^letters/(?P<name>[0-9-]+\.log)/(?P<place>[0-9]{1,4})/$", file_mailbox.html_part,
            name="letter_html"),
    re_path(r"^invites/accept/" + KEY, guest.accept, name="accept"),
    re_path(r"^invites/decline/" + KEY, guest.decline, name="decline"),
    re_path(r"^invites/answer/" + KEY, guest.answer, name="answer"),
    re_path(r"^invites/watch/" + KEY, guest.watch, name="watch"),
    re_path(r"^invites/stop/" + TOKEN, unsubscribe.stop, name="stop"),
    re_path(r"^invites/start/" + TOKEN, unsubscribe.start_again, name="start_again"),
]
