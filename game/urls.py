"""Addresses of the home page, the rooms and what belongs to them."""
from __future__ import unicode_literals

from common.compat import re_path
from game.codes import CODE_PATTERN, KEY_LENGTH
from game.views import (
    deck_sets,
    documents,
    door,
    favourites,
    going_on,
    joining,
    keeping,
    open_rooms,
    pages,
    recaps,
    removals,
    reporting,
    script_errors,
    transfer,
)

app_name = "game"
ROOM = r"^rooms/(?P<code>%s)/" % CODE_PATTERN
RECAP = r"^recaps/(?P<key>[A-Za-z0-9]{%d})/" % KEY_LENGTH

urlpatterns = [
    re_path(r"^$", pages.home, name="home"),
    re_path(r"^join/$", joining.join, name="join"),
    re_path(r"^rooms/new/$", joining.open_room, name="open"),
    re_path(r"^rooms/open/$", open_rooms.rooms, name="open_rooms"),
    re_path(ROOM + r"report-room/$", open_rooms.report, name="report_room"),
    re_path(ROOM + r"listing\.json$", open_rooms.shown, name="listing"),
    re_path(ROOM + r"listing/$", open_rooms.show, name="list_room"),
    re_path(r"^rooms/alone/$", joining.open_alone, name="alone"),
    re_path(ROOM + r"$", pages.room, name="room"),
    re_path(r"^rooms/(?P<typed>[A-Za-z0-9]{5})/$", pages.typed, name="typed"),
    re_path(ROOM + r"seat/$", joining.take_seat, name="take_seat"),
    re_path(ROOM + r"seat/ask/$", door.ask, name="ask"),
    re_path(ROOM + r"seat/back/$", door.back, name="back"),
    re_path(ROOM + r"door/$", door.wait, name="door"),
    re_path(ROOM + r"asks\.json$", door.asks, name="asks"),
    re_path(ROOM + r"asks/answer/$", door.answer, name="answer_ask"),
    re_path(ROOM + r"watch/$", joining.watch, name="watch"),
    re_path(ROOM + r"decks\.json$", documents.decks, name="decks"),
    re_path(ROOM + r"decks/doubles\.json$", documents.doubles, name="doubles"),
    re_path(ROOM + r"decks/code/$", documents.deck_of_code, name="deck_of_code"),
    re_path(ROOM + r"decks/keep/$", deck_sets.keep, name="keep_decks"),
    re_path(r"^deck-sets/(?P<pk>[0-9]{1,9})/forget/$", deck_sets.forget, name="forget_decks"),
    re_path(ROOM + r"report/$", reporting.report, name="report"),
    re_path(ROOM + r"keep/$", keeping.keep, name="keep"),
    re_path(ROOM + r"removed\.json$", removals.removed, name="removed"),
    re_path(ROOM + r"removed/let-in/$", removals.let_in, name="let_in"),
    re_path(ROOM + r"people\.json$", removals.people, name="people"),
    re_path(ROOM + r"history\.json$", documents.history, name="history"),
    re_path(ROOM + r"qr\.svg$", documents.join_qr, name="qr"),
    re_path(ROOM + r"seat-qr\.svg$", documents.seat_qr, name="seat_qr"),
    re_path(r"^tv/(?P<code>%s)/$" % CODE_PATTERN, pages.tv, name="tv"),
    re_path(r"^seats/(?P<key>[A-Za-z0-9]{%d})/$" % KEY_LENGTH, transfer.seat, name="seat"),
    re_path(ROOM + r"again/$", going_on.go_on, name="go_on"),
    re_path(ROOM + r"again/along/$", going_on.go_along, name="go_along"),
    re_path(ROOM + r"recap/$", recaps.make, name="make_recap"),
    re_path(RECAP + r"$", recaps.page, name="recap"),
    re_path(RECAP + r"round-(?P<number>[0-9]{1,6})\.png$", recaps.picture, name="recap_picture"),
    re_path(RECAP + r"withdraw/$", recaps.withdraw, name="withdraw_recap"),
    re_path(r"^csrf/$", documents.csrf_token, name="csrf_token"),
    re_path(r"^plays/(?P<pk>[0-9]{1,9})/heart/$", favourites.heart, name="heart"),
    re_path(r"^client-errors/$", script_errors.client_errors, name="client_errors"),
]
