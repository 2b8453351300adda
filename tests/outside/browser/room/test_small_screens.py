"""What a table of eight sees on a small phone, and of a clock that has minutes left. Tables are prepared ones, no server is asked."""
import json

import pytest

from tests.outside.pictures import gallery_tv

TABLES = gallery_tv.TABLES
RINGS = """(ring) => {
  const [outer, text] = [ring.getBoundingClientRect(), document.createRange()];
  text.selectNodeContents(ring.lastElementChild);
  return text.getBoundingClientRect().width / outer.width;
}"""
INSIDE = 0.74  # of the ring's width


@pytest.fixture(scope="module")
def port():
    return gallery_tv.served()


@pytest.fixture
def phone(browser, port):
    """A function that opens a small phone with this table."""
    page = browser.new_page(viewport={"width": 320, "height": 568}, reduced_motion="reduce")

    def opened(document):
        message = {"type": "welcome", "protocol": 1, "version": 7, "table": document, "seat": TABLES.seat("2"), "now": TABLES.now()}
        page.add_init_script(gallery_tv.gallery.SOCKET % (json.dumps(message), 0, 0))
        page.goto("http://127.0.0.1:%d/room.html" % port)
        page.locator(".seat").nth(7).wait_for()
        page.locator(".reaction-row").wait_for()
        return page

    yield opened
    page.close()


def test_the_verdict_shows_all_seats_of_a_table_of_eight(phone):
    page = phone(gallery_tv.table("round_over", 8, False))
    last, faces = page.locator(".seat").nth(7).bounding_box(), page.locator(".reaction-row").bounding_box()
    assert last["y"] + last["height"] <= faces["y"]


def test_minutes_fit_in_the_ring_of_the_clock(phone, browser, port):
    table = dict(gallery_tv.table("playing", 8, False), deadline=TABLES.now() + 299000, time_given=300000)
    assert phone(table).locator(".countdown").evaluate(RINGS) < INSIDE
    screen = browser.new_page(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    gallery_tv.opened(screen, port, table)
    assert screen.locator(".tv-time").evaluate(RINGS) < INSIDE
    screen.close()
