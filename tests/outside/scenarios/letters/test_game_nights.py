"""A date from beginning to end, by letters: set, answered, moved, called off, remembered;
all under one UID.
"""
import datetime
import re
import time

import pytest

from tests.outside.visitors import Visitor


def in_hours(hours):
    return (datetime.datetime.now(datetime.timezone.utc)
            + datetime.timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M")


class Planner:
    """A host with one guest, who has a letter already, and the guest's mailbox."""

    def __init__(self, office):
        self.office, self.host = office, office.host()
        self.guest = "guest-%d@example.org" % time.monotonic_ns()
        self.host.invite([self.guest])
        self.invitation = self.letter(1)

    def letter(self, number):
        """The guest's letter of this number, counted from one, once it has come."""
        return self.office.smtp.wait_for(self.guest, number, 15)[number - 1]

    def set_night(self, hours, zone="UTC"):
        return self.host.ask("night/", starts=in_hours(hours), zone=zone)

    def panel(self):
        return self.host.get("/rooms/%s/invitations.json" % self.host.code).json()


def calendar(letter):
    """{"METHOD", "UID", "SEQUENCE", "STATUS", "DTSTART"} of a letter's calendar."""
    lines = letter.calendar.replace("\r\n ", "").splitlines()
    pairs = [re.split("[:;]", line, maxsplit=1) for line in lines if ":" in line]
    return {name: value for name, value in pairs
            if name in ("METHOD", "UID", "SEQUENCE", "STATUS", "DTSTART")}


@pytest.fixture
def planner(office):
    return Planner(office)


def test_a_night_is_moved_and_called_off_under_one_uid(planner):
    planner.set_night(72)
    first = calendar(planner.letter(2))
    planner.set_night(96)
    moved = calendar(planner.letter(3))
    planner.host.ask("night/cancel/")
    cancelled = calendar(planner.letter(4))
    assert first["UID"] == moved["UID"] == cancelled["UID"]
    assert [one["SEQUENCE"] for one in (first, moved, cancelled)] == ["0", "1", "2"]
    assert [one["METHOD"] for one in (first, moved, cancelled)] == ["PUBLISH", "PUBLISH", "CANCEL"]
    assert first["DTSTART"] != moved["DTSTART"]


def test_an_answer_reaches_the_host(planner):
    planner.set_night(72)
    key = planner.letter(2).link("/invites/accept/").split("/")[-2]
    guest = Visitor(planner.host.site)
    page = "/invites/accept/%s/" % key
    shown = re.search('name="night" value="([0-9]+)"', guest.get(page).text).group(1)
    assert guest.post("/invites/answer/%s/" % key, page, answer="maybe", night=shown).status_code == 200
    panel = planner.panel()
    assert panel["night"]["answers"] == {"maybe": 1}
    assert [one["answer"] for one in panel["invitations"]] == ["maybe"]


def test_a_reminder_comes_once_in_the_hour_before(planner):
    planner.office.settle([planner.guest])
    planner.office.date_back(hours=3)
    planner.set_night(0.9)
    night, reminder = planner.letter(2), planner.letter(3)
    time.sleep(3)  # three ticks of the clock
    assert len(planner.office.smtp.letters_to(planner.guest)) == 3
    assert reminder.subject != night.subject
