"""What an open room page shows when its person signs out in another tab."""
import secrets

from playwright.sync_api import expect


def test_it_leads_to_the_door(person):
    me, name = person(), "ann" + secrets.token_hex(4)
    me.sign_up(name)
    me.open_room()
    other = me.page.context.new_page()
    other.goto(me.site + "/accounts/logout/")
    other.locator("main form button").first.click()
    other.wait_for_url(me.site + "/")
    expect(me.see("detour")).to_contain_text("This table has a door")
    me.see("detour").get_by_role("button").click()
    expect(me.see("take-seat")).to_be_visible()
