"""What a person has begun stays as it is while others move, and what they did is never lost on the way."""
from playwright.sync_api import expect

from tests.outside.browser.crowd import Table
from tests.outside.browser.line import Line


def test_a_selection_and_the_focus_survive_the_plays_of_others(table):
    table = table().start()
    me = table.me
    card = me.see("hand-card").nth(3)
    card.click()
    card.focus()
    table.play()
    played = next(bot for bot in table.bots if bot is not table.judge())
    table.crowd.do(played.send("take_back"))
    table.crowd.do(played.play())
    table.crowd.do(played.until(lambda bot: bot.table["waiting_for"] == [table.number]))
    expect(me.see("status")).to_contain_text("judges")
    expect(card).to_have_attribute("aria-pressed", "true")
    expect(card).to_be_focused()


def test_a_move_without_an_answer_is_sent_again_after_a_reload(person, crowd, server, site):
    line = Line(server.port)
    try:
        me = person("Ann", site=line.url)
        me.watch.allow("WebSocket connection to|ERR_")
        table = Table(crowd, site, me).start()
        texts = me.choose()
        line.cut()
        me.see("play").click()
        expect(me.see("play")).to_be_disabled()
        me.page.goto("about:blank")
        line.mend()
        me.go("/rooms/%s/" % table.code)
        expect(me.see("take-back")).to_be_visible()
        number = table.number
        crowd.do(table.bots[0].until(lambda bot: bot.table["players"][number].get("played")))
        shown = me.page.locator(".pinned .answer").all_inner_texts()
        assert [text.lower().rstrip(".") for text in texts] == [text.lower().rstrip(".") for text in shown]
        table.leave()
    finally:
        line.close()
