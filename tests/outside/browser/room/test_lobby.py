"""The host's choices before the game, and what the others see of them."""
from playwright.sync_api import expect


def test_the_deck_chooser_finds_a_deck_and_adds_it(table):
    table = table(hosts=True)
    me = table.me
    me.see("choose-decks").click()
    options = me.see("deck-option")
    expect(options.nth(1)).to_be_visible()  # those of the box; other tests may have put more on the shelf
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
    talking = table.me.page.get_by_role("button", name="We are talking")
    talking.click()
    table.crowd.do(table.bots[0].until(lambda bot: bot.table["settings"]["timing"] == "off"))
    expect(talking).to_have_attribute("aria-pressed", "true")


def test_what_does_not_go_together_says_why_and_stays_as_it_was(table):
    me = table(hosts=True).me
    me.page.get_by_role("button", name="Big crowd").click()
    me.page.locator(".group summary", has_text="Deciding").click()
    writes = me.page.get_by_role("switch", name="The judge may write one")
    writes.click()
    expect(me.see("refused")).to_contain_text("where everybody votes nobody chooses the black card")
    expect(writes).not_to_be_checked()
    assert not me.scrolls_sideways()
    me.page.get_by_label("Who decides").select_option("judge")
    writes.click()
    expect(writes).to_be_checked()
    expect(me.see("refused")).to_have_count(0)


def test_the_code_is_copied_as_a_link(table):
    me = table(hosts=True).me
    assert me.copies(me.see("copy-link").click) == me.page.url
    expect(me.told("Link copied")).to_be_visible()
