"""Ten browsers and a TV play three rounds of the preset Chaos while people come and go."""
import re

import pytest
from playwright.sync_api import expect

from tests.outside.harness.browser import LAPTOP, PHONE, TV
from tests.outside.harness.process import wait_until
from tests.outside.tables import sit
from tests.outside.visitors import Visitor

NAMES = ["Ann", "Bo", "Cleo", "Dan", "Eve", "Fay", "Gus", "Hal"]
LATE = ["Ida", "Jon"]
SCORES = """[...document.querySelector('.seats').querySelectorAll('.seat')].map((seat) =>
    `${seat.dataset.player}: ${seat.querySelector('.score').lastChild.textContent}`).join()"""

COVERED = """[...document.querySelectorAll('.tv .pile')].some((pile) =>
    pile.getBoundingClientRect().bottom > document.querySelector('.tv-seats').getBoundingClientRect().top)"""


class Evening:
    """A room whose host is at a laptop, seven phones, and a screen; two more phones come later."""

    def __init__(self, person, crowd, site):
        self.person, self.crowd, self.site = person, crowd, site
        self.visitor = Visitor(site)
        self.code = self.visitor.open_room("Ann")
        self.host = person("Ann", LAPTOP).sit(self.visitor, self.code)
        self.people = [self.host]
        for name in NAMES[1:]:
            visitor = Visitor(site)
            assert visitor.take_seat(self.code, name) == 200
            self.people.append(person(name, PHONE).sit(visitor, self.code))
        self.screen = person("Tess", TV)
        self.screen.go("/tv/%s/" % self.code)

    def start_without_hurry(self):
        """The host starts the game, and another tab of theirs stops the clock at once: machines may be slow."""
        tab = self.crowd.do(sit(self.visitor, self.code))
        self.host.see("start").click()
        self.crowd.do(tab.until(lambda bot: bot.phase == "choosing"))
        self.crowd.do(tab.send("stop_clock"))
        self.crowd.do(tab.close())
        for someone in self.all():
            expect(someone.see("clock-stopped")).to_be_visible()

    def all(self):
        return self.people + [self.screen]

    def come(self, name):
        """Somebody sits down in mid-game, who is in from the next round."""
        late = self.person(name, PHONE).go("/rooms/%s/" % self.code).take_seat()
        self.people.append(late)

    def goes(self, someone):
        self.people.remove(someone)

    def meets(self, phase, number):
        """Everybody and the screen have come to this phase of the round."""
        for someone in self.people:
            someone.wait_for(phase, round=number)
        expect(self.screen.page.locator(".tv")).to_have_class("tv phase-" + phase)
        assert not self.screen.page.evaluate(COVERED), "answers lie over the seats"

    def judge(self):
        return next(someone for someone in self.people if "You judge" in someone.status)

    def asks(self, number, text=""):
        """The judge chooses one of three questions with one blank, or writes one."""
        self.meets("choosing", number)
        judge = self.judge()
        if text:
            judge.see("write-own").click()
            judge.see("question-text").fill(text)
            judge.see("ask-own").click()
        else:
            judge.see("question").first.click()
            judge.see("ask").click()
        self.meets("playing", number)
        return judge

    def answer(self, *but):
        """Whoever is in this round plays, but the judge, and but those."""
        for someone in self.people:
            if someone not in but and someone.see("hand-card").count():
                someone.play()

    def verdict(self, judge, number):
        """The judge turns all answers and gives three places, whose people are returned; others like and guess."""
        self.meets("revealing", number)
        judge.turn_all()
        self.meets("judging", number)
        best = [someone for someone in self.people if someone is not judge and someone.page.locator(".yours").count()]
        plays = [someone.own_play() for someone in best[:3]]
        fan = best[3]
        fan.see("like").first.click()
        fan.page.locator("[data-testid=pile-card][data-play='%s']" % plays[0]).click()
        fan.see("guess").click()
        expect(fan.see("guessed")).to_be_visible()
        for play in plays:
            judge.page.locator("[data-testid=pile-card][data-play='%s']" % play).click()
        judge.see("confirm-winner").click()
        self.meets("round_over", number)
        expect(self.screen.see("status")).to_have_text("%s wins the round: 3 points" % best[0].name)
        return best

    def agree(self):
        """All pages and the screen show the same people with the same points."""
        def shown():
            return {someone.page.evaluate(SCORES) for someone in self.all()}
        wait_until(lambda: len(shown()) == 1, 20, lambda: "\n".join(shown()))
        return shown().pop()


@pytest.fixture
def evening(person, crowd, site):
    return Evening(person, crowd, site)


def test_ten_browsers_and_a_screen_play_chaos_while_people_come_and_go(evening, person):
    ann = evening.host
    ann.page.get_by_role("button", name="Chaos").click()
    expect(ann.page.get_by_role("button", name="Chaos")).to_have_attribute("aria-pressed", "true")
    evening.start_without_hurry()

    # Round 1: two come while the others answer, and one closes the page once their answer is in.
    judge = evening.asks(1)
    for name in LATE:
        evening.come(name)
    evening.answer()
    hal = next(someone for someone in reversed(evening.people) if someone not in (judge, ann) and someone.name not in LATE)
    evening.meets("revealing", 1)
    key = hal.personal_link
    hal.page.close()
    evening.goes(hal)
    best = evening.verdict(judge, 1)
    evening.agree()
    ann.see("next-round").click()

    # Round 2: who won judges and writes the question; one leaves, and nobody waits for who has closed the page.
    assert evening.asks(2, "The best thing about _ is the smell.") is best[0]
    judge = best[0]
    leaver = next(someone for someone in evening.people if someone not in (judge, ann, *best[:3]))
    leaver.leave()
    evening.goes(leaver)
    writer = next(someone for someone in evening.people if someone not in (judge, ann))
    writer.see("write").click()
    writer.see("write-text").fill("a sock of my own")
    writer.see("write-done").click()
    expect(writer.see("hand-card").first).to_contain_text("a sock of my own")
    evening.answer()
    best = evening.verdict(judge, 2)
    evening.agree()
    ann.see("next-round").click()

    # Round 3: who has closed the page comes back with their key, on another device.
    judge = evening.asks(3)
    assert judge is best[0]
    back = person(hal.name, PHONE)
    back.page.goto(key)
    back.see("take-seat").click()
    evening.people.append(back.wait_for("playing"))
    evening.answer()
    evening.verdict(judge, 3)
    evening.agree()
    ann.see("menu").click()
    ann.press_twice("end-game")
    for someone in evening.all():
        expect(someone.see("podium")).to_be_visible()
    podiums = {re.sub(r"\s+", " ", someone.see("podium").inner_text()) for someone in evening.all()}
    assert len(podiums) == 1
