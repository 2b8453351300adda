"""A phone turns the answers by its dock, swipes through them, puts some aside and confirms; no card moves for a choice."""
import pytest
from playwright.sync_api import expect

from tests.outside.harness.browser import PHONE

BOXES = """[...document.querySelectorAll(".pile .card, .reader .card")].map((card) => {
    const {x, y, width, height} = card.getBoundingClientRect();
    return [x, y + scrollY, width, height].map(Math.round).join(" ");
})"""


@pytest.fixture
def judging(table):
    """Somebody with a phone who judges two answers that lie there face down."""
    table = table(PHONE).start(judge=True)
    table.play()
    table.me.wait_for("revealing")
    return table


def swipe(me, dx):
    """A finger goes over the black card to the side."""
    me.see("reader").evaluate("""(reader, dx) => {
        const {x, y, width, height} = reader.getBoundingClientRect();
        const at = (type, moved) => reader.querySelector(".text").dispatchEvent(new PointerEvent(type, {
            bubbles: true, pointerId: 5, pointerType: "touch", clientX: x + width / 2 + moved, clientY: y + height / 2}));
        for (const [type, moved] of [["pointerdown", 0], ["pointermove", dx / 2], ["pointerup", dx]]) at(type, moved);
    }""", dx)


def test_a_judge_turns_all_answers_by_the_dock(judging):
    me = judging.me
    expect(me.see("turn-next")).to_have_text("Turn the first one")
    me.see("turn-next").click()
    expect(me.see("place")).to_have_text("1 of 2")
    expect(me.see("turn-next")).to_have_text("Turn the last one")
    me.see("turn-next").click()
    me.wait_for("judging")
    expect(me.page.locator(".dock [data-testid=choose-this]")).to_have_text("Choose this one")


def test_a_swipe_goes_through_the_answers_and_the_dock_confirms_the_one_in_sight(judging):
    me = judging.me
    me.turn_all()
    for dx, place in ((-120, "1 of 2"), (-120, "2 of 2"), (120, "1 of 2")):
        swipe(me, dx)
        expect(me.see("place")).to_have_text(place)
    swipe(me, 10)  # a tap that slips
    expect(me.see("place")).to_have_text("1 of 2")
    me.see("confirm-winner").click()
    me.wait_for("round_over")
    winner = judging.crowd.do(judging.bots[0].until(lambda bot: "winner" in bot.table)).table["winner"]
    assert winner["play"] == "0"


def test_no_card_moves_when_one_is_chosen_put_aside_and_taken_back(judging):
    me = judging.me
    me.turn_all()
    boxes = me.page.evaluate(BOXES)
    first = me.page.locator("[data-testid=pile-card][data-play='0']")
    for press in (first, first, me.see("read-next"), me.see("put-aside"), me.see("put-aside")):
        press.click()
        assert me.page.evaluate(BOXES) == boxes
    assert len(boxes) == 3


def test_what_is_put_aside_is_not_read_any_more_until_it_is_taken_back(judging):
    me = judging.me
    me.turn_all()
    me.page.locator("[data-aside='0'].card-aside").click()
    expect(me.page.locator(".card-face.aside")).to_have_count(1)
    me.page.locator("[data-testid=pile-card][data-play='1']").click()
    expect(me.see("read-next")).to_be_disabled()
    me.page.locator("[data-aside='0'].card-aside").click()
    me.see("read-next").click()
    expect(me.see("place")).to_have_text("1 of 2")


def test_the_sentence_fills_the_card_and_is_never_cut(judging):
    me = judging.me
    me.turn_all()
    card = me.page.locator(".reader .card")
    type_size, overflow = card.evaluate("(card) => [parseFloat(getComputedStyle(card).fontSize), card.scrollHeight - card.clientHeight]")
    assert type_size >= 18 and overflow <= 0


def test_whoever_waits_sees_each_turn_large_and_reads_back_from_there(table):
    table = table(PHONE).start()
    me = table.me
    me.play()
    table.play()
    me.wait_for("revealing")
    for play in ("0", "1"):
        me.hears(lambda: table.judge().phase == "revealing", lambda: "the answers are not in")
        table.crowd.do(table.judge().send("reveal_play", play=play))
        expect(me.see("place")).to_have_text("%d of 2" % (int(play) + 1))
    texts = table.judge().table["plays"]["1"]["cards"]
    expect(me.page.locator(".reader .answer").last).to_contain_text(texts[-1].rstrip("."), ignore_case=True)
    swipe(me, 120)
    expect(me.see("place")).to_have_text("1 of 2")
    expect(me.see("put-aside")).to_have_count(0)
