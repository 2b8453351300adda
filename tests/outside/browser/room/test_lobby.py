"""The host's choices before the game, and what the others see of them."""
from playwright.sync_api import expect


def test_the_deck_chooser_finds_a_deck_and_adds_it(table):
    table = table(hosts=True)
    me = table.me
    me.see("choose-decks").click()
    options = me.see("deck-option")
    expect(options.nth(1)).to_be_visible()  # the two of the box; other tests may have put more on the shelf
    me.page.get_by_role("searchbox").fill("printers zebra")
    expect(me.page.get_by_text("No deck has these words.")).to_be_visible()
    me.page.get_by_role("searchbox").fill("PRINTERS friday")
    expect(options).to_have_count(1)
    options.click()
    expect(options).to_have_attribute("aria-pressed", "true")
    me.see("decks-done").click()
    expect(me.page.locator(".boxes .box")).to_have_count(2)
    table.crowd.do(table.bots[0].until(lambda bot: len(bot.table["decks"]) == 2))


def test_a_changed_setting_reaches_the_others(table):
    table = table(hosts=True)
    table.me.page.get_by_role("button", name="Talking").click()
    table.crowd.do(table.bots[0].until(lambda bot: bot.table["settings"]["seconds"]["playing"] == 0))
    expect(table.me.page.get_by_text("no hurry").first).to_be_visible()


def test_the_code_is_copied_as_a_link(table):
    me = table(hosts=True).me
    assert me.copies(me.see("copy-link").click) == me.page.url
    expect(me.told("Link copied")).to_be_visible()
