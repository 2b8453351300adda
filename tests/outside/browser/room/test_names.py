"""Names of people in narrow places: no word is broken inside, on phones and on the big screen. Tables are prepared ones, no server is asked."""
import json

import pytest

from tests.outside.pictures import contact_sheet, gallery_tv

LONG = ["Dimitri Papadopoulos", "Wilhelmina MMMMMMMMM", "Featherstonehaugh", "Latecomer Lu"]


@pytest.fixture(scope="module")
def port():
    return gallery_tv.served()


def table(phase):
    document = gallery_tv.table(phase, 8, False)
    for number, name in zip("5678", LONG):
        document["players"][number]["name"] = name
    return document


CROWDED = """() => [...document.querySelectorAll('.seat')].filter((seat) => {
  const name = seat.querySelector('.name'), score = seat.querySelector('.score').getBoundingClientRect();
  return score.width && name.getBoundingClientRect().right > score.left + 1;
}).map((seat) => seat.textContent.trim())"""


def broken(page):
    return [problem for problem in page.evaluate(contact_sheet.PROBLEMS) if "in name" in problem]


@pytest.mark.parametrize("width", [320, 390, 768])
@pytest.mark.parametrize("phase", ["lobby", "playing"])
def test_a_name_on_a_phone_takes_letters_with_which_its_words_are_whole(browser, port, phase, width):
    page = browser.new_page(viewport={"width": width, "height": 844}, reduced_motion="reduce")
    seat = gallery_tv.TABLES.seat("3", hand=[])  # the judge, who sees all seats
    message = {"type": "welcome", "protocol": 1, "version": 7, "table": table(phase), "seat": seat, "now": gallery_tv.TABLES.now()}
    page.add_init_script(gallery_tv.gallery.SOCKET % (json.dumps(message), 0, 0))
    page.goto("http://127.0.0.1:%d/room.html" % port)
    page.locator(".name", has_text=LONG[0]).first.wait_for()
    assert broken(page) == []
    if phase == "playing":
        assert page.evaluate(CROWDED) == []
    page.close()


@pytest.mark.parametrize("phase", ["lobby", "playing", "game_over"])
def test_a_name_on_the_big_screen_keeps_its_words_whole(browser, port, phase):
    page = browser.new_page(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    gallery_tv.opened(page, port, table(phase))
    assert broken(page) == []
    page.close()
