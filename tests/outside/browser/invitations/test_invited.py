"""A guest with a phone taps the link of an invitation: one name, one button, and they are at the table."""
import pytest
from playwright.sync_api import expect

from tests.outside.harness.browser import PHONE
from tests.outside.links import a_link
from tests.outside.visitors import Visitor

SMALL = dict(PHONE, viewport={"width": 320, "height": 568})
SCREENS = pytest.mark.parametrize("device", [PHONE, SMALL], ids=["phone", "small"])


@pytest.fixture
def code(site):
    """A room that Ann has opened."""
    return Visitor(site).open_room("Ann")


@pytest.fixture
def link(server, code):
    return a_link(server, code)


def says(me, words):
    expect(me.page.get_by_role("heading", name=words)).to_be_visible()


@SCREENS
@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_a_tap_and_a_name_and_they_are_at_the_table(person, link, code, device, scheme):
    me = person("Bob", device, color_scheme=scheme).go(link)
    assert not me.scrolls_sideways()
    assert me.is_in_sight(me.see("take-seat")) and me.see("take-seat").bounding_box()["height"] >= 44
    expect(me.see("my-name")).to_have_value("Bob")
    me.see("take-seat").click()
    me.wait_for("lobby")
    assert me.page.url == me.site + "/rooms/%s/" % code
    expect(me.page.locator(".chair", has_text="Bob")).to_be_visible()
    assert link.split("/")[3] not in me.page.evaluate("document.referrer") + me.page.content()


@pytest.mark.one_stack
@SCREENS
def test_the_link_on_a_second_device_continues_and_tells_the_first(person, link, device):
    phone = person("Bob", device).go(link)
    phone.see("take-seat").click()
    phone.wait_for("lobby")
    laptop = person("Bob again").go(link)
    says(laptop, "Welcome back, Bob.")
    laptop.see("take-seat").click()
    laptop.wait_for("lobby")
    expect(phone.see("detour")).to_contain_text("Your seat has moved to another device.")
    phone.go(link)
    says(phone, "Welcome back, Bob.")
    assert not phone.scrolls_sideways() and phone.is_in_sight(phone.see("take-seat"))


@pytest.mark.one_stack
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_answers_to_a_moved_night_are_in_sight_on_the_smallest_phones(person, server, code, language):
    me = person("Bob", SMALL).go(a_link(server, code, "moved", language))
    expect(me.see("moved")).to_be_visible()
    expect(me.see("place")).to_be_visible()
    assert all(me.is_in_sight(me.see("answer-" + answer)) for answer in ("yes", "maybe", "no"))
    assert not me.scrolls_sideways()


@pytest.mark.one_stack
def test_a_no_is_thanked_for_and_taken_back(person, link):
    me = person("Bob", SMALL).go(link)
    me.see("decline").click()
    says(me, "Thank you for telling.")
    assert not me.scrolls_sideways()
    me.see("undo").click()
    expect(me.see("decline")).to_be_visible()
    me.see("take-seat").click()
    me.wait_for("lobby")


def test_who_sits_there_already_is_led_to_the_table_as_themselves(person, link, code):
    me = person("Cat", SMALL).join(code)
    me.go(link)
    says(me, "You sit here as Cat already.")
    assert not me.scrolls_sideways()
    me.see("to-the-table").click()
    me.wait_for("lobby")
