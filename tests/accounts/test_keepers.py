"""What accounts ask of the apps above them, tried with keepers that only take notes."""
from __future__ import unicode_literals

import pytest

from accounts import keepers


class Notes(object):
    """A keeper that keeps notes in the session and writes down what it is asked."""

    def __init__(self, name):
        self.SESSION_NAMES, self.name, self.asked = (name,), name, []

    def useful(self, sessions):
        return {name for name, content in sessions.items() if self.name in content}

    def adopt(self, user, session):
        self.asked.append(("adopt", user, session.get(self.name)))

    def sections(self, user):
        return [keepers.Section(self.name, "none.html", {"user": user})]

    def export(self, user):
        return {self.name: [user]}

    def access_changed(self, user, belongings):
        self.asked.append(("access_changed", user, belongings))

    def forget(self, user):
        self.asked.append(("forget", user))


@pytest.fixture
def two(monkeypatch):
    listed = [Notes("seats"), Notes("letters")]
    monkeypatch.setattr("accounts.keepers.keepers", lambda: listed)
    return listed


def test_belongings_are_what_keepers_have_in_the_session(two):
    assert keepers.taken_along({"seats": {"A": "k"}, "_auth_user_id": "7"}) == {"seats": {"A": "k"}}


def test_a_browser_has_its_belongings_back_before_they_are_adopted(two):
    session = {}
    keepers.adopt("ann", session, {"seats": {"A": "k"}})
    assert session == {"seats": {"A": "k"}}
    assert [keeper.asked for keeper in two] == [[("adopt", "ann", {"A": "k"})], [("adopt", "ann", None)]]


def test_sections_and_data_come_from_everybody(two):
    assert [section.title for section in keepers.sections("ann")] == ["seats", "letters"]
    assert keepers.export("ann") == {"seats": ["ann"], "letters": ["ann"]}


def test_a_session_is_useful_to_whichever_keeper_has_a_use_for_it(two):
    assert keepers.useful({"one": {"seats": {}}, "two": {"letters": 1}, "three": {}}) == {"one", "two"}


def test_everybody_forgets(two):
    keepers.forget("ann")
    assert [keeper.asked for keeper in two] == [[("forget", "ann")]] * 2


def test_the_front_door_lists_keepers_that_keep_the_contract():
    for keeper in keepers.keepers():
        assert isinstance(keeper.SESSION_NAMES, tuple)
        assert all(callable(getattr(keeper, name)) for name in ("useful", "adopt", "sections", "export", "forget"))


def test_everybody_with_open_connections_hears_of_an_ended_session(two):
    two.append(object())  # has none
    keepers.access_changed("ann", {"seats": {}})
    keepers.access_changed("ann")
    asked = [("access_changed", "ann", {"seats": {}}), ("access_changed", "ann", {})]
    assert [keeper.asked for keeper in two[:2]] == [asked, asked]
