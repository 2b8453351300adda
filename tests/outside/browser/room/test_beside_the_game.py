"""Beside the game, on phones and the big screen: faces that float up, phrases, the chat, and who is muted."""
from playwright.sync_api import expect

from tests.outside.harness.browser import MOVING, TV


def judging(table, talk="phrases", **options):
    """A table whose person judges the first round, and finds the faces in the dock meanwhile."""
    table = table(**options)
    table.crowd.do(table.bots[0].send("change_settings", settings={"talk": talk}))
    table.start(judge=True)
    expect(table.me.see("reacting")).to_be_visible()
    return table


def heard(table, kind):
    """Wait until a bot has heard of faces ("reactions") or words ("said"); returns them."""
    bot = table.bots[0]
    table.crowd.do(bot.until(lambda bot: any(message["type"] == kind for message in bot.messages)))
    return [one for message in bot.messages for one in message.get(kind, ())]


def test_an_own_face_floats_up_and_everybody_is_told(table):
    table = judging(table, **MOVING)
    me = table.me
    me.page.locator("[data-face=joy]").click()
    expect(me.page.locator(".beside .reaction").first).to_be_attached()
    assert heard(table, "reactions") == [{"player": table.number, "face": "joy", "count": 1}]
    expect(me.page.locator(".beside .reaction")).to_have_count(0)


def test_with_less_motion_there_is_a_face_with_a_count(table):
    table = judging(table)
    for bot in table.bots:
        table.crowd.do(bot.send("react", face="wow"))
    expect(table.me.page.locator(".beside .reaction-count")).to_be_attached()
    expect(table.me.page.locator(".beside .reaction")).to_have_count(0)


def test_the_faces_are_in_sight_under_the_thumb_and_not_while_one_chooses(table):
    table = table().start()
    me = table.me
    expect(me.see("reacting")).to_have_count(0)
    me.play()
    me.comes_in_sight(me.page.locator("[data-face=tears]"))
    me.comes_in_sight(me.page.locator("[data-face=joy]"))
    assert not me.scrolls_sideways()


def test_a_phrase_stands_beside_its_name_on_the_phone_and_the_big_screen(table, person):
    table = judging(table)
    screen = person("screen", TV).go("/rooms/%s/" % table.code)
    screen.see("watch").click()
    screen.wait_for("playing")
    screen.go("/tv/%s/" % table.code)
    expect(screen.page.locator(".seat")).to_have_count(3)
    table.me.see("talk").click()
    table.me.page.locator("[data-phrase=snacks]").click()
    for page in (table.me.page, screen.page):
        expect(page.locator(".bubble")).to_have_text("Ann Who has the snacks?")


def test_the_chat_is_there_while_the_host_has_it_on(table):
    table = judging(table, talk="chat")
    me, host = table.me, table.bots[0]
    me.see("talk").click()
    me.see("say").fill("Hello you two")
    me.page.keyboard.press("Enter")
    assert heard(table, "said") == [{"player": table.number, "text": "Hello you two"}]
    expect(me.see("lines")).to_have_text("Ann Hello you two")
    table.crowd.do(host.send("change_settings", settings={"talk": "off"}))
    expect(me.see("talk")).to_have_count(0)
    expect(me.page.locator("[data-face=joy]")).to_be_visible()


def test_whom_the_host_mutes_is_told_so(table):
    table = judging(table)
    table.crowd.do(table.bots[0].send("mute", player=table.number))
    expect(table.me.see("muted")).to_contain_text("The host has muted you")
    table.crowd.do(table.bots[0].send("unmute", player=table.number))
    expect(table.me.see("reacting")).to_be_visible()


def test_one_mutes_somebody_for_oneself(table):
    table = judging(table, talk="chat")
    me, bot = table.me, table.bots[0]
    me.see("menu").click()
    me.page.locator(".people li", has_text="Bo").get_by_test_id("hush").click()
    me.page.keyboard.press("Escape")
    me.see("talk").click()
    table.crowd.do(bot.send("say", text="Nobody here"))
    table.crowd.do(table.bots[1].send("say", text="Somebody here"))
    expect(me.see("lines")).to_have_text("Cleo Somebody here")
