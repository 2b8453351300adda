"""The main story: four people play to the podium with nothing but their browsers, and three of them have bad
luck.

One reloads after playing, one is without a network for half a minute, one leaves for good in mid-round.
"""
import time

import pytest
from playwright.sync_api import expect

from tests.outside.browser.line import Line
from tests.outside.browser.pictures import picture
from tests.outside.harness.browser import MOVING, PHONE, TV

POINTS = 3
WITHOUT_NETWORK = 30  # seconds, ten more than the grace
FAILS_OFFLINE = "ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_|WebSocket connection to"


class Evening:
    """Four people around one room, in the order in which they judge, and what they do together."""

    def __init__(self, people, lines):
        self.people, self.lines = people, lines
        self.host = people[0]

    def phones(self, *but):
        return [someone for someone in self.people if someone is not self.host and someone not in but]

    def judge(self):
        return next(someone for someone in self.people if someone.judges)

    def players(self, *but):
        judge = self.judge()
        return [someone for someone in self.people if someone is not judge and someone not in but]

    def begin(self, number):
        for someone in self.people:
            someone.wait_for("playing", round=number)

    def play(self, *but):
        """Everybody but the judge, and but those, plays."""
        for someone in self.players(*but):
            someone.choose()
            if someone is self.host:
                picture(someone, "laptop", (1100, 690))
            someone.play()

    def verdict(self, winner, score):
        """The judge turns all cards and picks the play of `winner`, who has `score` points then."""
        for someone in self.people:
            someone.wait_for("revealing")
        judge = self.judge()
        if judge in self.phones():
            picture(judge, "judge-reveals")
        judge.turn_all()
        number = winner.wait_for("judging").own_play()
        picture(self.phones(judge)[0], "judging")
        judge.pick(number)
        for someone in self.people:  # on a busy machine the next round may have begun for the first of them
            expect(someone.page.locator("[data-phase=judging]")).to_have_count(0)
        winner.has_points(score)

    def go_on(self):
        """The host goes on, where the time has not been faster: a brisk pause is short on a busy machine."""
        self.host.page.evaluate("document.querySelector('[data-testid=next-round]')?.click()")


@pytest.fixture
def evening(person, server):
    """Ann hosts on the big screen; the others come in by typing the code, each on a line of their own."""
    lines = {name: Line(server.port) for name in ("Bo", "Cleo", "Dan")}
    ann = person("Ann", TV, color_scheme="dark", **MOVING)
    code = ann.open_room()
    people = [ann] + [person(name, PHONE, site=line.url, color_scheme="dark", **MOVING) for name, line in lines.items()]
    picture(people[1].go(), "home")
    for someone in people[1:]:
        someone.join(code)
    evening = Evening(people, lines)
    evening.code = code
    yield evening
    for line in lines.values():
        line.close()


def set_quick_game(host, points):
    host.page.get_by_role("button", name="Quick").click()
    expect(host.page.get_by_role("button", name="Quick")).to_have_attribute("aria-pressed", "true")
    host.page.locator(".group summary", has_text="End").click()
    host.page.get_by_label("Points to win").select_option(str(points))
    expect(host.see("own-mix")).to_have_attribute("aria-current", "true")


def reload_after_playing(someone, texts):
    hand, score, black = sorted(someone.hand), someone.score, someone.page.locator(".pinned").inner_text()
    someone.page.reload()
    someone.wait_for("playing")
    expect(someone.see("take-back")).to_be_visible()
    assert (sorted(someone.hand), someone.score,
            someone.page.locator(".pinned").inner_text()) == (hand, score, black)
    shown = [answer.lower() for answer in someone.page.locator(".pinned .answer").all_inner_texts()]
    assert [text.lower().rstrip(".") for text in texts] == [answer.rstrip(".") for answer in shown]


def lose_network(someone, line):
    someone.watch.allow(FAILS_OFFLINE)
    line.cut()
    someone.page.context.set_offline(True)
    expect(someone.see("banner")).to_contain_text("You are offline. Back in a moment, your seat is safe.")


def get_network_back(someone, line):
    line.mend()
    someone.page.context.set_offline(False)
    expect(someone.see("banner")).to_have_count(0)


def leave_for_good(someone, host):
    someone.leave()
    expect(host.told("%s has left" % someone.name)).to_be_visible()
    expect(host.page.locator(".seat", has_text=someone.name)).to_have_count(0)


def test_four_people_play_a_whole_game(evening, person):
    ann, watcher = evening.host, person("Tess", TV, color_scheme="dark")
    watcher.go("/tv/%s/" % evening.code)
    set_quick_game(ann, POINTS)
    picture(evening.people[1], "lobby")
    ann.see("start").click()

    # Round 1: everybody plays. The seats judge in turn, so the first judge tells who judges when.
    evening.begin(1)
    first = evening.people.index(evening.judge())
    judges = evening.people[first:] + evening.people[:first]
    lucky, leaver = judges[2], evening.phones(*judges[2:])[0]
    lost = evening.phones(lucky, leaver)[0]
    scribe = evening.phones(judges[0])[0]
    scribe.choose()
    picture(scribe, "chosen")
    scribe.see("play").click()
    picture(scribe, "waiting")
    evening.play(scribe)
    expect(watcher.page.locator(".tv")).to_have_class("tv phase-revealing")
    evening.verdict(lucky, 1)
    picture(scribe, "winner")
    picture(watcher, "tv", (1280, 720))
    evening.go_on()

    # Round 2: the one with a point reloads after playing.
    evening.begin(2)
    reload_after_playing(lucky, lucky.play())
    evening.play(lucky)
    evening.verdict(lucky, 2)
    evening.go_on()

    # Round 3: somebody loses the network before playing; the round goes on without, and the way back opens by
    # itself.
    evening.begin(3)
    since = time.monotonic()
    lose_network(lost, evening.lines[lost.name])
    ann.is_marked(lost, "reconnecting")
    evening.play(lost)
    ann.is_marked(lost, "away")
    ann.wait_for("revealing")
    time.sleep(max(0, WITHOUT_NETWORK - (time.monotonic() - since)))
    get_network_back(lost, evening.lines[lost.name])
    other = evening.players(leaver, lost)[0]
    evening.verdict(other, 1)
    evening.go_on()

    # Round 4: somebody leaves for good before playing; three are enough.
    evening.begin(4)
    leave_for_good(leaver, ann)
    evening.people.remove(leaver)
    evening.play()
    evening.verdict(evening.players(lucky)[0], 2 if evening.players(lucky)[0] is other else 1)
    evening.go_on()

    # Round 5: the third point ends the game.
    evening.begin(5)
    evening.play()
    evening.verdict(lucky, POINTS)
    evening.go_on()
    for someone in evening.people + [watcher]:
        expect(someone.see("podium").locator(".place-1")).to_contain_text(lucky.name)
    picture(evening.phones()[0], "game-over")
    expect(ann.see("rematch")).to_be_enabled()
