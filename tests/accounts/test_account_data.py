"""What accounts ask of the apps above them, tried with providers that only record calls."""
from __future__ import unicode_literals

import pytest

from accounts import account_data


class Notes(object):
    """A provider that keeps notes in the session and writes down what it is asked."""

    def __init__(self, name):
        self.SESSION_NAMES, self.name, self.asked = (name,), name, []

    def useful(self, sessions):
        return {name for name, content in sessions.items() if self.name in content}

    def adopt(self, user, session):
        self.asked.append(("adopt", user, session.get(self.name)))

    def sections(self, user):
        return [account_data.Section(self.name, "none.html", {"user": user})]

    def export(self, user):
        return {self.name: [user]}

    def access_changed(self, user, belongings):
        self.asked.append(("access_changed", user, belongings))

    def forget(self, user):
        self.asked.append(("forget", user))


    def introduction(self, session):
        return {"name": self.name} if self.name in session else {}


@pytest.fixture
def two(monkeypatch):
    listed = [Notes("seats"), Notes("letters")]
    monkeypatch.setattr("accounts.account_data.providers", lambda: listed)
    return listed


def test_belongings_are_what_providers_have_in_the_session(two):
    assert account_data.session_values({"seats": {"A": "k"}, "_auth_user_id": "7"}) == {"seats": {"A": "k"}}


def test_a_browser_has_its_belongings_back_before_they_are_adopted(two):
    session = {}
    account_data.adopt("ann", session, {"seats": {"A": "k"}})
    assert session == {"seats": {"A": "k"}}
    assert [provider.asked for provider in two] == [[("adopt", "ann", {"A": "k"})], [("adopt", "ann", None)]]


def test_sections_and_data_come_from_everybody(two):
    assert [section.title for section in account_data.sections("ann")] == ["seats", "letters"]
    assert account_data.export("ann") == {"seats": ["ann"], "letters": ["ann"]}


def test_a_session_is_useful_to_whichever_provider_has_a_use_for_it(two):
    assert account_data.useful_sessions({"one": {"seats": {}}, "two": {"letters": 1}, "three": {}}) == {
        "one", "two"}


def test_everybody_forgets(two):
    account_data.forget("ann")
    assert [provider.asked for provider in two] == [[("forget", "ann")]] * 2


def test_all_registered_providers_have_the_methods():
    for provider in account_data.providers():
        assert isinstance(provider.SESSION_NAMES, tuple)
        assert all(callable(getattr(provider, name))
                   for name in ("useful", "adopt", "sections", "export", "forget"))


def test_everybody_with_open_connections_hears_of_an_ended_session(two):
    two.append(object())  # has none
    account_data.access_changed("ann", {"seats": {}})
    account_data.access_changed("ann")
    asked = [("access_changed", "ann", {"seats": {}}), ("access_changed", "ann", {})]
    assert [provider.asked for provider in two[:2]] == [asked, asked]


def test_the_first_provider_that_knows_a_guest_names_them(two):
    assert account_data.introduction({"seats": 1, "letters": 2}) == {"name": "seats"}
    assert account_data.introduction({"letters": 2}) == {"name": "letters"} and account_data.introduction({}) == {}
