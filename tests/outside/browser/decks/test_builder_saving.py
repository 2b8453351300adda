"""The deck builder without a line, in a closed tab, in two tabs at once: nothing is lost."""
from playwright.sync_api import expect


def test_without_a_line_nothing_is_lost(builder):
    ann = builder()
    ann.side("white").write("tea").saved()
    ann.me.watch.allow("ERR_INTERNET_DISCONNECTED")
    ann.page.context.set_offline(True)
    ann.write("soup").side("white").shows("tea", "soup")
    expect(ann.see("saved")).to_contain_text("1 kept")
    ann.page.context.set_offline(False)
    ann.saved()
    ann.page.reload()
    ann.side("white").shows("tea", "soup")


def test_what_a_closed_tab_had_not_sent_comes_with_the_next_one(builder):
    ann = builder()
    ann.side("white").write("tea").saved()
    ann.me.watch.allow("ERR_INTERNET_DISCONNECTED")
    ann.page.context.set_offline(True)
    ann.write("soup").side("white").shows("tea", "soup")
    ann.see("compose").click()
    ann.see("text-new").fill("half a card")
    next_tab, address = ann.page.context.new_page(), ann.page.url
    ann.page.close()
    next_tab.context.set_offline(False)
    next_tab.goto(address)
    expect(next_tab.get_by_test_id("text-new")).to_have_value("half a card")
    next_tab.get_by_test_id("tab-white").click()
    expect(next_tab.get_by_test_id("card")).to_have_count(2)


def test_a_deck_that_changed_in_another_tab_is_brought_together(builder):
    ann = builder()
    ann.write("tea\nsoup").side("white").saved()
    ann.me.watch.allow("409")
    other = ann.page.context.new_page()
    other.goto(ann.page.url)
    other.get_by_test_id("tab-white").click()
    other.get_by_test_id("card").nth(0).locator("button.card").click()
    other.get_by_test_id("text-card").fill("green tea")
    other.get_by_test_id("done").click()
    expect(other.get_by_test_id("saved")).to_contain_text("Saved")
    ann.write("cake").side("white").shows("green tea", "soup", "cake").saved()


def test_a_card_that_two_tabs_write_on_stays_one_card(builder):
    ann = builder()
    ann.side("white").write("tea").side("white").saved()
    ann.me.watch.allow("409")
    other = ann.page.context.new_page()
    other.goto(ann.page.url)
    for page, text in ((other, "green tea"), (ann.page, "black tea")):
        page.get_by_test_id("tab-white").click()
        page.get_by_test_id("card").nth(0).locator("button.card").click()
        page.get_by_test_id("text-card").fill(text)
        page.get_by_test_id("done").click()
        if page is other:
            expect(page.get_by_test_id("saved")).to_contain_text("Saved")
    expect(ann.see("held")).to_contain_text("green tea")
    ann.page.reload()
    ann.see("put-mine").click()
    ann.side("white").shows("black tea").saved()
