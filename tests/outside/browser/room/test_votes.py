"""Four phones decide together: they vote, share a round, rank three answers, and go on without their judge."""
import re

import pytest
from playwright.sync_api import expect

from tests.outside.harness.browser import PHONE
from tests.outside.tables import sit
from tests.outside.visitors import Visitor

NAMES = ["Ann", "Bo", "Cleo", "Dan"]
NO_HURRY = {"timing": "off"}


class Phones:
    """Four people with phones around one room; the first one hosts."""

    def __init__(self, crowd, site, people):
        self.crowd, self.people = crowd, people
        self.visitors = [Visitor(site) for _ in people]
        self.code = self.visitors[0].open_room(NAMES[0])
        for visitor, name in zip(self.visitors[1:], NAMES[1:]):
            assert visitor.take_seat(self.code, name) == 200
        for someone, visitor in zip(people, self.visitors):
            someone.sit(visitor, self.code)

    def start(self, **settings):
        """Begin a game with these settings and without a clock, as another tab of the host would."""
        bot = self.crowd.do(sit(self.visitors[0], self.code))
        self.crowd.do(bot.send("change_settings", settings=dict(NO_HURRY, **settings)))
        self.crowd.do(bot.until(lambda bot: all(one["presence"] == "here" for one in bot.table["players"].values())))
        self.crowd.do(bot.send("start_game"))
        self.crowd.do(bot.send("stop_clock"))
        self.crowd.do(bot.close())
        return self

    def play(self, *but):
        for someone in self.people:
            if someone not in but:
                someone.wait_for("playing").play()

    def vote(self, voter, *authors):
        """Tap the answers of these people, by their places at the table, and confirm."""
        numbers = [self.people[author].own_play() for author in authors]
        me = self.people[voter]
        for number in numbers:
            tap(me, number)
        me.scrolls_into_sight(me.see("confirm-vote"))
        me.see("confirm-vote").click()
        expect(me.see("confirm-vote")).to_have_count(0)


def tap(me, number):
    card = me.page.locator("[data-testid=pile-card][data-play='%s']" % number)
    card.click(position={"x": 20, "y": 20})
    expect(card).to_have_attribute("aria-pressed", "true")


@pytest.fixture
def phones(crowd, site, person):
    return Phones(crowd, site, [person(name, PHONE) for name in NAMES])


def test_four_phones_vote_change_their_minds_and_share_the_round(phones):
    ann, bo, cleo, dan = phones.start(decides="vote").people
    phones.play()
    for someone in phones.people:
        someone.wait_for("judging")
    tap(ann, ann.own_play())  # to read it in its sentence; it cannot be voted for
    expect(ann.see("confirm-vote")).to_have_count(0)
    phones.vote(0, 1)
    ann.is_marked(ann, "has voted")
    phones.vote(0, 2)
    phones.vote(1, 2)
    phones.vote(2, 1)
    expect(dan.see("status")).to_have_text("Vote for the best answer")
    expect(ann.see("status")).to_have_text("Waiting for Dan")
    phones.vote(3, 1)
    for someone in phones.people:
        someone.wait_for("round_over")
        assert not someone.scrolls_sideways()
    expect(ann.see("status")).to_have_text(re.compile("(Bo and Cleo|Cleo and Bo) share it"))
    expect(cleo.see("status")).to_have_text("You and Bo share it")
    expect(dan.page.locator(".winner .author").first).to_contain_text("2 votes")
    bo.has_points(1)
    cleo.has_points(1)


def test_four_phones_rank_three_answers(phones):
    ann, bo, cleo, dan = phones.start(decides="vote", top_three=True).people
    phones.play()
    ann.wait_for("judging")
    tap(ann, bo.own_play())
    expect(ann.page.locator(".dock .primary")).to_have_text("2 more")
    tap(ann, cleo.own_play())
    tap(ann, dan.own_play())
    expect(ann.page.locator(".piles .badge")).to_have_count(3)
    ann.see("confirm-vote").click()
    for voter, authors in ((1, (2, 3, 0)), (2, (1, 3, 0)), (3, (1, 2, 0))):
        phones.vote(voter, *authors)
    for someone, points in zip(phones.people, (0, 3, 2, 1)):
        someone.wait_for("round_over").has_points(points)
    expect(ann.see("status")).to_have_text("Bo wins the round: 3 points")


def test_without_their_judge_the_others_decide_and_the_judge_comes_back_to_vote(phones):
    people = phones.start().people
    people[0].wait_for("playing")
    judge = next(someone for someone in people if someone.judges)
    phones.play(judge)
    judge.wait_for("revealing").leave()
    voters = [place for place, someone in enumerate(people) if someone is not judge]
    for place in voters:
        expect(people[place].wait_for("judging").see("status")).to_have_text("%s is gone: you decide" % judge.name)
    judge.go("/rooms/%s/" % phones.code).page.get_by_role("button", name="Sit down again").click()
    judge.wait_for("judging")
    first, second, third = voters
    phones.vote(people.index(judge), first)
    people[first].is_marked(judge, "has voted")
    for voter, author in ((first, second), (second, first), (third, first)):
        phones.vote(voter, author)
    people[first].wait_for("round_over").has_points(1)


def test_a_judge_writes_the_question_on_a_phone(phones):
    people = phones.start(judge_chooses=2, judge_writes=True).people
    people[0].wait_for("choosing")
    judge = next(someone for someone in people if someone.judges)
    other = next(someone for someone in people if someone is not judge)
    expect(other.see("status")).to_have_text("%s is choosing the question" % judge.name)
    judge.see("write-own").click()
    judge.see("question-text").type("Never bring")
    judge.see("put-blank").click()
    judge.page.keyboard.type(" to a party!")
    expect(judge.see("black-card")).to_contain_text("Never bring")
    judge.comes_in_sight(judge.see("ask-own"))
    judge.see("ask-own").click()
    other.wait_for("playing")
    expect(other.see("black-card")).to_contain_text("to a party!")
