"""The room on small screens: nothing to the side, and the button under the thumb in every phase."""
import pytest
from playwright.sync_api import expect

from tests.outside.harness.browser import PHONE

SMALL = dict(PHONE, viewport={"width": 320, "height": 568})
LANDSCAPE = dict(PHONE, viewport={"width": 844, "height": 390})
SCREENS = pytest.mark.parametrize("device", [SMALL, LANDSCAPE], ids=["small", "landscape"])


def fits(me):
    """Nothing hangs out at the side, and nothing that can be pressed at the bottom is covered."""
    assert not me.scrolls_sideways()
    for button in me.page.locator(".dock button:visible").all():
        me.comes_in_sight(button)
    return True


@SCREENS
def test_a_player_reaches_every_button(table, device):
    table = table(device, color_scheme="light").start()
    me = table.me
    assert fits(me)
    me.choose()
    assert fits(me) and me.is_in_sight(me.see("play"))
    assert me.see("play").bounding_box()["height"] >= 44
    me.see("play").click()
    me.see("take-back").wait_for()
    assert fits(me)
    table.play()
    me.wait_for("revealing")
    assert fits(me)
    table.turn_all()
    me.wait_for("judging")
    assert fits(me)
    table.crowd.do(table.judge().send("pick_winner", play="0"))
    me.wait_for("round_over")
    assert fits(me)
    table.crowd.do(table.bots[0].send("end_game"))
    me.wait_for("game_over")
    assert fits(me)


@pytest.mark.parametrize("device", [PHONE, SMALL], ids=["phone", "small"])
def test_the_hand_stays_where_it_is_while_cards_are_chosen(table, device):
    me = table(device).start().me
    places = "() => [...document.querySelectorAll('.hand li')].map((card) => [card.offsetTop, card.offsetHeight].join())"
    before = me.page.evaluate(places)
    me.choose()
    expect(me.page.locator(".fitted .answer").first).to_be_visible()
    assert len(before) >= 10 and me.page.evaluate(places) == before


@SCREENS
def test_a_judge_reaches_every_button(table, device):
    table = table(device, color_scheme="dark").start(judge=True)
    me = table.me
    assert fits(me)
    table.play()
    me.wait_for("revealing")
    me.turn_all()
    assert fits(me)
    me.page.locator("[data-play='1'].card").click()
    me.scrolls_into_sight(me.see("confirm-winner"))
    me.see("confirm-winner").click()
    me.wait_for("round_over")
    assert fits(me) and me.is_in_sight(me.see("next-round"))


@SCREENS
def test_a_host_reaches_every_button_of_the_lobby(table, device):
    me = table(device, hosts=True).me
    assert fits(me) and me.is_in_sight(me.see("start"))
    me.see("choose-decks").click()
    me.see("decks-done").wait_for()
    assert not me.scrolls_sideways()
    me.comes_in_sight(me.see("decks-done"))


@pytest.mark.parametrize("path", ["/", "/rooms/CCCCC/", "/accounts/login/", "/accounts/signup/"])
def test_the_other_pages_fit_a_small_phone(person, path):
    me = person(device=SMALL)
    me.watch.allow("status of 404")
    assert not me.go(path).scrolls_sideways()


def test_the_black_card_stays_in_sight_while_the_hand_scrolls(table):
    me = table(SMALL).start().me
    me.see("hand-card").last.scroll_into_view_if_needed()
    assert me.page.evaluate("scrollY") > 0
    me.comes_in_sight(me.see("black-card"))


@pytest.mark.parametrize("scheme, darkest, lightest", [("dark", 0, 90), ("light", 150, 255)])
def test_the_table_follows_the_colours_of_the_system(person, scheme, darkest, lightest):
    me = person(color_scheme=scheme).go()
    colour = me.page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)")
    assert darkest <= sum(colour) / 3 <= lightest


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_every_room_has_a_table_of_its_own_colour(person, scheme):
    me = person(color_scheme=scheme).go()
    colours = me.page.evaluate("""[...Array(12).keys()].map((hue) => {
        document.body.dataset.hue = hue;
        return getComputedStyle(document.body).backgroundColor;
    })""")
    assert len(set(colours)) == 12
