"""News of a night that some guests do not get: the host sees who and why, sends it again, and all calendars end
empty.
"""
from urllib.parse import urlsplit

import pytest

from tests.outside.harness.process import wait_until
from tests.outside.harness.smtp import ACCEPTS, REFUSES
from tests.outside.scenarios.letters.test_game_nights import calendar, in_hours
from tests.outside.visitors import Visitor

GUESTS = 6


class Party:
    """A host whose guests all have the date, and what the host's panel says of each."""

    def __init__(self, office):
        self.office, self.host, self.guests = office, office.host(), office.guests(GUESTS)
        self.host.invite(self.guests)
        office.settle(self.guests)
        self.host.ask("night/", starts=in_hours(72), zone="UTC")
        self.wait_for("told", "night", self.guests)

    def rows(self):
        rows = self.host.get("/rooms/%s/invitations.json" % self.host.code).json()["invitations"]
        return {row["email"]: row for row in rows}

    def wait_for(self, key, word, guests, kind="kind"):
        """Wait until the rows of these guests say so."""
        def say_so():
            rows = self.rows()
            return all((rows[guest][key] or {}).get(kind) == word for guest in guests)
        wait_until(say_so, 30, lambda: "%s\n%s" % (self.rows(), self.office.server.log()[-4000:]))

    def entries(self, guest):
        """(METHOD, SEQUENCE) of what each letter did to the guest's calendar."""
        letters = [calendar(letter) for letter in self.office.smtp.letters_to(guest) if letter.calendar]
        return [(one["METHOD"], int(one["SEQUENCE"])) for one in letters]


@pytest.fixture
def party(office):
    return Party(office)


def test_who_was_refused_the_new_date_is_named_with_the_reason_and_gets_it_at_one_press(party):
    refused, stopped = party.guests[:2], party.guests[2]
    for guest in refused:
        party.office.smtp.treat(REFUSES, ACCEPTS, to=guest)
    link = urlsplit(party.office.smtp.letters_to(stopped)[0].link("/invites/stop/")).path
    Visitor(party.host.site).post(link, link)
    party.host.ask("night/", starts=in_hours(96), zone="UTC", reason="The hall is closed.")
    party.wait_for("told", "moved", party.guests[3:])
    party.wait_for("missed", "failed", refused, "state")
    party.wait_for("missed", "stopped", [stopped], "state")
    assert all("550" in party.rows()[guest]["missed"]["reason"] for guest in refused)
    assert party.host.ask("night/again/")["letters"] == 2
    party.wait_for("told", "moved", refused)
    assert {guest: len(party.entries(guest)) for guest in party.guests} == {
        guest: 1 if guest == stopped else 2 for guest in party.guests}


def test_every_calendar_ends_empty_after_withdrawals(party):
    taken_back, declined, *others = party.guests
    party.host.http.headers["X-CSRFToken"] = party.host.token
    answer = party.host.http.post("%s/invitations/%d/revoke/" % (party.host.site, party.rows()[taken_back]["id"]))
    assert answer.ok, answer.text
    link = urlsplit(party.office.smtp.letters_to(declined)[0].link("/invites/accept/")).path
    assert Visitor(party.host.site).post(link.replace("accept", "decline"), link).ok
    party.wait_for("told", "withdrawn", [taken_back, declined])
    party.host.ask("night/cancel/")
    party.wait_for("told", "cancelled", others)
    ends = [party.entries(guest) for guest in party.guests]
    assert [method for entries in ends for method, _ in entries] == ["PUBLISH", "CANCEL"] * GUESTS
    assert all(entries[0][1] < entries[1][1] for entries in ends)
