"""A game night from one press to the table: the date, the place and the answers, on everybody's own clock."""
import datetime
import re

import pytest
from playwright.sync_api import expect

from tests.outside.browser.invitations.post import Post
from tests.outside.browser.invitations.test_invited_party import come_by_letter, confirm
from tests.outside.harness.browser import PHONE
from tests.outside.harness.mailbox import MailFolder

FAR_WEST = dict(PHONE, timezone_id="America/Los_Angeles")


@pytest.fixture
def post(new_server):
    server = new_server({"DEBUG": "1"})
    return Post(server, MailFolder(server.var))


@pytest.fixture
def ann(person, post):
    """Ann, in Warsaw, has opened a room and her panel of invitations."""
    ann = person("Ann", dict(PHONE, timezone_id="Europe/Warsaw"), site=post.url, color_scheme="dark")
    ann.sign_up("ann", email="ann@example.org")
    confirm(ann, post)
    ann.open_room()
    ann.see("invite").click()
    return ann


def test_one_press_brings_the_date_and_answers_come_in(person, post, ann):
    ann.page.get_by_text("Make it a game night").click()
    evening = datetime.datetime.now() + datetime.timedelta(days=3)
    ann.see("starts").fill(evening.strftime("%Y-%m-%dT20:00"))
    ann.see("night-title").fill("Cards and cake")
    ann.see("night-place").fill("Long Street 12")
    ann.see("plus-one").check()
    ann.see("addresses").fill("Bob <bob@example.org>")
    ann.see("send-letters").click()
    expect(ann.page.locator("[data-testid=guest][data-status=kept]")).to_have_count(1)
    bob = come_by_letter(person, "Bob", post)
    expect(bob.page.get_by_text("Where: Long Street 12")).to_be_visible()
    bob.see("plus").check()
    bob.see("answer-yes").click()
    expect(bob.page.get_by_text("you will be there")).to_be_visible()
    expect(ann.see("rsvp")).to_contain_text("1 yes and 1 more")
    assert post.mailbox.tally(["bob@example.org"]) == (1, 0, 0)
    assert not ann.scrolls_sideways() and not bob.scrolls_sideways()
    cat = person("Cat", FAR_WEST, site=post.url).join(ann.page.url.split("/rooms/")[1][:5])
    expect(cat.see("night-card")).to_contain_text(re.compile("8:00.PM in Warsaw, 1[0-2]:00.[AP]M for you"))
    assert not cat.scrolls_sideways()
