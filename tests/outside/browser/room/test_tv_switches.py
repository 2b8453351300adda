"""Sound, the voice and the flight of a card on the big screen, with prepared tables."""
import pytest
from playwright.sync_api import expect

from tests.outside.harness.browser import TV
from tests.outside.pictures import gallery_tv


@pytest.fixture
def screen(browser):
    page = browser.new_context(reduced_motion="no-preference", **TV).new_page()
    gallery_tv.opened(page, gallery_tv.served(), gallery_tv.table("revealing", 8, False))
    yield page
    page.context.close()


def test_a_tap_brings_sound_and_another_one_ends_it_for_good(screen):
    screen.get_by_test_id("tap-for-sound").click()
    switch = screen.get_by_test_id("sound")
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")
    screen.reload()
    expect(switch).to_have_attribute("aria-pressed", "false")


def test_whether_cards_are_read_aloud_is_remembered(screen):
    voice = screen.get_by_test_id("reads-aloud")
    voice.click()
    expect(voice).to_have_attribute("aria-pressed", "true")
    screen.reload()
    expect(voice).to_have_attribute("aria-pressed", "true")


def test_a_card_flies_from_the_large_one_to_its_place(screen):
    screen.evaluate("""() => { window.flights = []; const animate = Element.prototype.animate;
        Element.prototype.animate = function (...args) { window.flights.push(this.dataset.play); return animate.apply(this, args); }; }""")
    assert gallery_tv.moments(screen, "revealing", 8, False) == "answer"
    expect(screen.locator(".tv-spot")).to_have_count(0)
    screen.wait_for_function("window.flights.length")
    assert screen.evaluate("window.flights") == ["1"]
