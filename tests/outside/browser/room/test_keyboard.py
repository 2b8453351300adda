"""A whole round at a laptop without touching the mouse."""
from playwright.sync_api import expect

from tests.outside.harness.browser import LAPTOP


def test_the_question_mark_explains_in_a_lobby_too(person):
    someone = person("Ann", LAPTOP).saves_data()
    someone.open_room()
    someone.page.keyboard.press("?")
    expect(someone.page.get_by_role("dialog", name="How it goes")).to_contain_text("judge")


def test_a_player_chooses_with_digits_and_plays_with_enter(table):
    table = table(LAPTOP).start()
    me = table.me
    pick = table.bots[0].table["black_card"]["pick"]
    for digit in "201"[:pick]:
        me.page.keyboard.press(digit)
    chosen = me.page.locator("[data-testid=hand-card][aria-pressed=true]")
    expect(chosen).to_have_count(pick)
    expect(me.see("hand-card").nth(1)).to_have_attribute("aria-pressed", "true")
    me.page.keyboard.press("Enter")
    expect(me.see("take-back")).to_be_visible()
    me.page.keyboard.press("?")
    expect(me.page.get_by_role("dialog", name="How it goes")).to_be_visible()
    me.page.keyboard.press("Escape")
    expect(me.page.get_by_role("dialog")).to_have_count(0)


def test_a_judge_turns_picks_and_goes_on_with_keys(table):
    table = table(LAPTOP).start(judge=True)
    table.play()
    me = table.me
    me.page.get_by_text("tap to turn").first.wait_for()
    me.page.keyboard.press("1")
    expect(me.page.locator(".card.down")).to_have_count(1)
    me.page.keyboard.press("Enter")
    me.page.get_by_text("Choose this one").wait_for()
    me.page.keyboard.press("ArrowLeft")
    expect(me.see("place")).to_have_text("1 of 2")
    me.page.keyboard.press("ArrowRight")
    expect(me.see("confirm-winner")).to_be_visible()
    me.page.keyboard.press("Enter")
    me.wait_for("round_over")
    assert table.crowd.do(table.bots[0].until(lambda bot: "winner" in bot.table)).table["winner"]["play"] == "1"
