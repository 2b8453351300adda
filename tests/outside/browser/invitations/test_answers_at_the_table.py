"""A guest who has taken the seat two weeks early answers there and at home, and hears of another place."""
import datetime

import pytest
from playwright.sync_api import expect

from tests.outside.browser.invitations.post import Post
from tests.outside.browser.invitations.test_invited_party import come_by_letter, confirm
from tests.outside.browser.invitations.test_inviting_at_once import newest_code
from tests.outside.harness.browser import PHONE

SMALL = dict(PHONE, viewport={"width": 320, "height": 640})


@pytest.fixture
def post(new_server, smtp):
    return Post(new_server(smtp.env), smtp)


@pytest.mark.parametrize("device, scheme", [(PHONE, "light"), (SMALL, "dark")])
def test_who_sits_there_answers_and_hears_of_another_place(person, post, device, scheme):
    ann = person("Ann", device, site=post.url, color_scheme=scheme)
    ann.sign_up("ann", email="ann@example.org")
    confirm(ann, post)
    ann.open_room()
    ann.see("invite").click()
    ann.page.get_by_text("Make it a game night").click()
    evening = datetime.datetime.now() + datetime.timedelta(days=3)
    ann.see("starts").fill(evening.strftime("%Y-%m-%dT20:00"))
    ann.see("night-place").fill("Park 1")
    ann.see("plus-one").check()
    ann.see("addresses").fill("bob@example.org")
    ann.see("send-letters").click()
    expect(ann.see("ask-all")).to_be_visible()
    bob = come_by_letter(person, "Bob", post)
    letter = bob.page.url
    bob.page.set_viewport_size(device["viewport"])
    bob.page.emulate_media(color_scheme=scheme)
    bob.see("my-name").fill("Bob")
    bob.take_seat()
    bob.see("answer-yes").click()
    bob.see("plus").check()
    expect(ann.see("rsvp")).to_contain_text("1 yes and 1 more")
    ann.see("night-place").fill("Kitchen 7")
    ann.see("set-night").click()
    expect(ann.see("tell-question")).to_contain_text("Tell the guest of what is new: place?")
    ann.see("tell-change").click()
    expect(bob.see("place")).to_have_text("Where: Kitchen 7")
    assert "Where: Kitchen 7" in post.mailbox.wait_for("bob@example.org", count=2, seconds=20)[-1].text
    bob.page.goto(letter)
    bob.see("night-panel").get_by_test_id("answer-maybe").click()
    expect(ann.see("rsvp")).to_contain_text("1 maybe")
    bob.go("/")
    bob.see("answer-no").click()
    expect(bob.see("answer-no")).to_have_attribute("aria-pressed", "true")
    expect(ann.see("rsvp")).to_contain_text("1 no")
    assert not ann.scrolls_sideways() and not bob.scrolls_sideways()


def test_a_reload_before_the_code_is_typed_loses_nothing(person, post):
    ann = person("Ann", SMALL, site=post.url)
    ann.open_room()
    ann.see("invite").click()
    ann.see("addresses").fill("bob@example.org")
    ann.see("send-letters").click()
    ann.see("my-email").fill("una@example.org")
    ann.see("send-code").click()
    code = newest_code(post.mailbox, "una@example.org")
    ann.page.reload()
    ann.see("code").fill(code)
    ann.see("confirm-code").click()
    expect(ann.see("guest")).to_contain_text("bob@example.org")
    ann.see("guest-link").click()
    ann.comes_in_sight(ann.page.locator(".own-link .qr"))
