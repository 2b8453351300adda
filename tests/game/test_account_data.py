"""What the game keeps about accounts (accounts/account_data.py); the pages are tried in tests/accounts."""
from __future__ import unicode_literals

import pytest

from accounts.account_data import Busy
from game import account_data
from game.models import Favourite
from game.rooms import services
from game.seats import sessions
from live import Update
from tests.game.history.test_past_games import keep_round, keep_vote
from tests.game.people import a_table_of, an_account, own
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def updates(monkeypatch):
    published = []
    monkeypatch.setattr("game.rooms.services.publish", lambda handler, update: published.append(update))
    return published


def test_seats_of_other_accounts_leave_the_session():
    mine, theirs, session = a_table("Ann"), a_table_of(an_account("bob"), "Bob", name="Cake"), {}
    sessions.remember(session, mine.player("ann"))
    sessions.remember(session, theirs.player("bob"))
    account_data.adopt(an_account(), session)
    assert session[sessions.SEATS] == {mine.room.code: mine.player("ann").key}


def test_sockets_of_seats_that_leave_the_session_are_let_in_anew(updates):
    theirs, session = a_table_of(an_account("bob"), "Bob", name="Cake"), {}
    sessions.remember(session, theirs.player("bob"))
    account_data.adopt(an_account(), session)
    assert updates == [Update(theirs.pk, 0, 0, "", {}, {"1": "access_changed"})]


def test_sockets_of_an_ended_session_are_let_in_anew(updates):
    ann = an_account()
    hers, guest, session = a_table_of(ann, "Ann", "Bob"), a_table("Ann", "Bob", name="Cake"), {}
    sessions.remember(session, guest.player("bob"))
    account_data.access_changed(ann, session)
    told = {update.topic: update.disconnects for update in updates}
    assert told == {hers.pk: {"1": "access_changed"}, guest.pk: {"2": "access_changed"}}


def test_other_seats_hear_nothing_of_an_ended_session(updates):
    a_table_of(an_account("bob"), "Bob")
    account_data.access_changed(an_account(), {})
    assert updates == []


def test_a_session_without_seats_stays_as_it_is():
    session = {}
    account_data.adopt(an_account(), session)
    assert session == {}


def test_a_room_is_hosted_by_whoever_it_belongs_to():
    ann = an_account()
    table = a_table_of(ann, "Ann", "Bob", "Cat")
    table.act("ann", "make_host", {"player": "2"})
    assert account_data.sections(ann)[2].context == {"rooms": []}
    table.act("bob", "make_host", {"player": "1"})
    assert [room["players"] for room in account_data.sections(ann)[2].context["rooms"]] == [["Bob", "Cat"]]


def test_forgetting_closes_the_sockets_of_every_seat(updates):
    ann = an_account()
    tables = [a_table_of(ann, "Ann", "Bob"), a_table_of(ann, "Ann", "Bob", name="Cake")]
    account_data.forget(ann)
    goodbyes = {update.topic: update.disconnects for update in updates if update.disconnects}
    assert goodbyes == {table.pk: {"1": "not_admitted"} for table in tables}


def test_a_seat_that_is_not_at_the_table_any_more_is_no_news(updates):
    ann = an_account()
    table = a_table_of(ann, "Ann", "Bob")
    table.act("ann", "leave")
    account_data.forget(ann)
    assert [update.version for update in updates] == [0]


def test_the_export_has_the_points_of_each_round_that_were_shared_too():
    bob, table = an_account("bob"), a_table()
    own(table, "bob", bob)
    keep_vote(table, 1, 1, ann=3, bob=3, cat=1)
    keep_vote(table, 1, 2, ann=3, bob=2, cat=1)
    rounds = account_data.export(bob)["rounds"]
    assert [(one["won"], one["points"], one["judged"]) for one in rounds] == [(True, 3, False), (False, 2, False)]


def test_forgetting_takes_the_hearts_along():
    bob, table = an_account("bob"), a_table()
    own(table, "bob", bob)
    Favourite.objects.create(user=bob, result=keep_round(table, 1, 1, "bob"))
    account_data.forget(bob)
    assert not Favourite.objects.exists()


def test_a_table_that_is_too_busy_is_told_as_accounts_understand_it(monkeypatch):
    ann = an_account()
    a_table_of(ann)

    def busy(*args):
        raise services.Busy()
    monkeypatch.setattr("game.rooms.services.play", busy)
    with pytest.raises(Busy):
        account_data.forget(ann)


def test_the_export_has_nothing_of_who_had_the_name_before():
    table, user = a_table("Ann", "Bob", "Cat"), an_account("zoe")
    keep_round(table, 1, 1, "bob")
    table.act("bob", "leave")
    table.sit_down("Bob", user)
    keep_round(table, 1, 2, "cat", judge="ann")
    rounds = account_data.export(user)["rounds"]
    assert [(one["round"], one["cards"]) for one in rounds] == [(2, ["a duck of Bob"])]
