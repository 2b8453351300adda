"""A game night that moves, that two guests do not hear of at first, and that is called off: with a real mail server,
and what every guest's calendar holds at the end.
"""
import datetime
import itertools
import re

import pytest
from playwright.sync_api import expect

from tests.outside.browser.invitations.test_invited_party import confirm
from tests.outside.browser.person import DOUBLE_TAP, PASSWORD
from tests.outside.browser.pictures import picture
from tests.outside.harness.browser import PHONE
from tests.outside.harness.process import wait_until
from tests.outside.harness.smtp import ACCEPTS, REFUSES
from tests.outside.scenarios.letters.test_game_nights import calendar

numbers = itertools.count(1)
GUESTS = ["bob@example.org", "cat@example.org", "dan@example.org"]


def evening(days):
    return (datetime.datetime.now() + datetime.timedelta(days=days)).strftime("%Y-%m-%dT20:00")


def kept(post, address):
    """[(UID, start)] that a calendar holds after all letters to this address, in the order they came."""
    entries = {}
    for letter in post.mailbox.letters_to(address):
        event = calendar(letter) if letter.calendar else None
        if event and int(event["SEQUENCE"]) >= entries.get(event["UID"], (0, ""))[0]:
            entries[event["UID"]] = int(event["SEQUENCE"]), "" if event["METHOD"] == "CANCEL" else event["DTSTART"]
    return [(uid, start) for uid, (_, start) in entries.items() if start]


@pytest.fixture
def ann(person, processes):
    """Ann's panel: three guests have got her letter with the date."""
    name = "Ann%d" % next(numbers)  # Redis counts letters to one address, whatever database is behind
    ann = person(name, dict(PHONE, timezone_id="Europe/Warsaw"), site=processes.url, color_scheme="dark")
    ann.sign_up(name, email="%s@example.org" % name.lower())
    confirm(ann, processes)
    ann.open_room()
    ann.see("invite").click()
    ann.page.get_by_text("Make it a game night").click()
    ann.see("starts").fill(evening(3))
    ann.see("addresses").fill(", ".join(GUESTS))
    ann.see("send-letters").click()
    expect(ann.page.locator("[data-testid=guest][data-status=sent]")).to_have_count(3)
    return ann


def row(ann, address):
    return ann.page.locator("[data-testid=guest]", has_text=address)


def test_a_night_moves_is_refused_for_two_and_is_called_off(processes, ann):
    post, refused = processes, GUESTS[:2]
    first = {address: kept(post, address) for address in GUESTS}
    for address in refused:
        post.mailbox.treat(REFUSES, ACCEPTS, to=address)
    ann.see("starts").fill(evening(4))
    ann.see("set-night").click()
    expect(ann.see("move-question")).to_contain_text("3 letters tell of the new date")
    ann.see("move-reason").fill("The hall is closed.")
    ann.see("move-night").click()
    for address in refused:
        expect(row(ann, address).locator("[data-testid=missed]")).to_contain_text(re.compile("Not told of the new date: .*550"))
    expect(ann.see("missed-news")).to_contain_text("2 guests have missed the last news")
    picture(ann, "night-missed")
    ann.see("tell-again").click()
    expect(ann.see("missed")).to_have_count(0)
    moved = {address: kept(post, address) for address in GUESTS}
    assert {len(entries) for entries in moved.values()} == {1} and moved != first
    assert {uid for [(uid, _)] in moved.values()} == {uid for [(uid, _)] in first.values()}
    ann.press_twice("cancel-night")
    wait_until(lambda: not any(kept(post, address) for address in GUESTS), 30, ann.page.content)
    expect(ann.page.get_by_text("Knows that it is off")).to_have_count(3)
    assert not ann.scrolls_sideways()


def test_every_calendar_ends_empty_after_withdrawals(person, processes, ann):
    bob, cat, dan = GUESTS
    guest = person("Bob", PHONE, site=processes.url).go(processes.link(bob, "/invites/accept/")[len(processes.url):])
    guest.see("answer-no").click()
    row(ann, cat).locator("[data-testid=revoke]").click()
    ann.page.wait_for_timeout(DOUBLE_TAP)
    row(ann, cat).locator("[data-testid=revoke]").click()
    wait_until(lambda: not kept(processes, bob) and not kept(processes, cat), 30, ann.page.content)
    assert len(kept(processes, dan)) == 1
    ann.go("/accounts/delete/")
    expect(ann.page.locator("main")).to_contain_text("1 guest who has the date gets a letter of it")
    ann.page.fill("[name=proof]", PASSWORD)
    ann.see("delete-account").click()
    wait_until(lambda: not kept(processes, dan), 30, ann.page.content)
