"""Addresses of invitations: the host's panel, the guest's links, and the way to stop all letters."""
from __future__ import unicode_literals

from common.compat import re_path
from game.codes import KEY_LENGTH
from game.urls import ROOM
from invitations.mail.unsubscribe import TOKEN_PATTERN
from invitations.views import (
    file_mailbox,
    guest,
    hosting,
    inbox,
    invited,
    nights,
    recaps,
    signing_in,
    unsubscribe,
)

app_name = "invitations"
KEY = r"(?P<key>[A-Za-z0-9]{%d})/$" % KEY_LENGTH
TOKEN = r"(?P<token>%s)/$" % TOKEN_PATTERN

urlpatterns = [
    re_path(ROOM + r"invitations\.json$", hosting.document, name="document"),
    re_path(ROOM + r"invitations/send/$", hosting.send, name="send"),
    re_path(ROOM + r"recap/letters/$", recaps.send, name="send_recap"),
    re_path(ROOM + r"invited/$", invited.invited, name="invited"),
    re_path(ROOM + r"invitations/code/$", signing_in.send_code, name="send_code"),
    re_path(ROOM + r"invitations/code/confirm/$", signing_in.confirm, name="confirm_code"),
    re_path(ROOM + r"night/$", nights.set_night, name="night"),
    re_path(ROOM + r"night\.json$", nights.shown, name="night_shown"),
    re_path(ROOM + r"night\.ics$", nights.calendar, name="night_calendar"),
    re_path(ROOM + r"night/answer/$", nights.answer, name="night_answer"),
    re_path(ROOM + r"night/answer/home/$", nights.answer_at_home, name="answer_at_home"),
    re_path(ROOM + r"night/ask/$", nights.ask, name="night_ask"),
    re_path(ROOM + r"night/say/$", nights.say, name="night_say"),
    re_path(ROOM + r"night/cancel/$", nights.cancel_night, name="cancel_night"),
    re_path(ROOM + r"night/again/$", nights.send_again, name="night_again"),
    re_path(r"^invitations/(?P<pk>[0-9]{1,9})/again/$", hosting.again, name="again"),
    re_path(r"^invitations/(?P<pk>[0-9]{1,9})/revoke/$", hosting.revoke, name="revoke"),
    re_path(r"^invitations/(?P<pk>[0-9]{1,9})/link\.json$", hosting.link, name="link"),
    re_path(r"^invitations/(?P<pk>[0-9]{1,9})/qr\.svg$", hosting.link_qr, name="link_qr"),
    re_path(r"^letters/$", file_mailbox.letters, name="letters"),
    re_path(r"^letters/(?P<name>[0-9-]+\.log)/(?P<place>[0-9]{1,4})/$", file_mailbox.html_part,
            name="letter_html"),
    re_path(r"^invites/accept/" + KEY, guest.accept, name="accept"),
    re_path(r"^invites/decline/" + KEY, guest.decline, name="decline"),
    re_path(r"^invites/answer/" + KEY, guest.answer, name="answer"),
    re_path(r"^invites/join/" + KEY, guest.join, name="join"),
    re_path(r"^invites/calendar/" + KEY, guest.calendar, name="calendar"),
    re_path(r"^invites/watch/" + KEY, guest.watch, name="watch"),
    re_path(r"^invites/opened/" + KEY, guest.opened, name="opened"),
    re_path(r"^invites/stop/" + TOKEN, unsubscribe.stop, name="stop"),
    re_path(r"^invites/start/" + TOKEN, unsubscribe.start_again, name="start_again"),
    re_path(r"^invites/inbox/$", inbox.receive, name="inbox"),
    # What mail programs make of these links, by a bracket, a full stop or the end of a line.
    re_path(r"^invites/st[a-z]+/(?P<rest>[\s\S]*)$", unsubscribe.broken, name="broken_stop"),
    re_path(r"^invites/[a-z]+/(?P<rest>[\s\S]*)$", guest.broken, name="broken"),
]
