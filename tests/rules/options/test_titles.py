"""The titles at the end of a game."""
from __future__ import unicode_literals

from unittest import TestCase

from game import rules
from game.rules.options.titles import TITLES, titles_of
from tests.rules.tables import a_game, a_round, number_of

PEOPLE = ("ann", "bob", "cat", "dan", "eve")


def an_end(rounds=6, scores=(), **facts):
    """Five people at the end of a game, with these facts by name."""
    game = a_game(5)
    game.state["round"] = rounds
    for name in PEOPLE:
        player = game.person(name)
        player["facts"] = facts.get(name, {})
        player["score"] = dict(scores).get(name, len(player["facts"].get("won", ())))
    return game


def title(game, who):
    return titles_of(game.state).get(number_of(who), {}).get("title")


class Given(TestCase):
    def test_many_likes_and_no_points_are_robbed(self):
        game = an_end(ann={"likes": 4}, bob={"likes": 6, "won": [1]})
        self.assertEqual([title(game, who) for who in PEOPLE[:2]], ["robbed", "darling"])

    def test_a_judge_has_a_favourite(self):
        game = an_end(ann={"won": [1, 3], "by": {"4": 2}}, bob={"won": [2], "by": {"4": 1}})
        self.assertEqual(titles_of(game.state), {"1": {"title": "favourite", "count": 2, "by": "4"}})

    def test_rounds_won_in_a_row_are_a_streak(self):
        game = an_end(ann={"won": [1, 3, 5]}, bob={"won": [2, 4]}, cat={"won": [6, 7, 8]}, rounds=9)
        self.assertEqual(titles_of(game.state)["3"], {"title": "streak", "count": 3})
        self.assertIsNone(title(game, "ann"))

    def test_all_wins_in_the_second_half_are_late(self):
        game = an_end(ann={"won": [4, 6]}, bob={"won": [1, 3]})
        self.assertEqual((title(game, "ann"), title(game, "bob")), ("late", None))

    def test_who_answered_first_most_often_has_a_quick_hand(self):
        self.assertEqual(title(an_end(ann={"quick": 2}, bob={"quick": 3}), "bob"), "quick")

    def test_second_places_are_close(self):
        self.assertEqual(title(an_end(cat={"close": 2}), "cat"), "close")

    def test_who_played_on_without_a_point_is_a_good_sport(self):
        self.assertEqual(title(an_end(dan={"played": 5}, eve={"played": 6, "won": [1]}), "dan"), "sport")

    def test_nobody_has_two(self):
        game = an_end(ann={"quick": 5, "close": 5, "likes": 9, "won": [1, 2]}, bob={"quick": 4})
        self.assertEqual(titles_of(game.state), {"1": {"title": "streak", "count": 2}})

    def test_of_equals_the_one_with_fewer_points_gets_it(self):
        game = an_end(ann={"quick": 3}, bob={"quick": 3}, scores=(("ann", 2), ("bob", 1)))
        self.assertEqual(title(game, "bob"), "quick")

    def test_who_has_left_gets_none(self):
        game = an_end(ann={"quick": 3})
        game.person("ann")["presence"] = "left"
        self.assertEqual(titles_of(game.state), {})

    def test_a_game_without_anything_remarkable_has_none(self):
        self.assertEqual(titles_of(an_end(ann={"quick": 1, "won": [2]}).state), {})

    def test_late_are_only_wins_after_half_of_a_game_of_four_rounds_or_more(self):
        for rounds, won, given in ((5, [3, 5], "late"), (5, [2, 4], None), (3, [2, 4], None)):
            self.assertEqual(title(an_end(ann={"won": won}, bob={"won": [1]}, rounds=rounds), "ann"), given)

    def test_each_title_has_its_least(self):
        self.assertEqual({name: least for name, _, least in TITLES}, {
            "robbed": 2, "reader": 2, "poet": 2, "favourite": 2, "streak": 2, "late": 2, "darling": 3, "close": 2,
            "quick": 2, "sport": 3})


class Counted(TestCase):
    def a_finished_round(self, **settings):
        game = a_round(judge="ann", **settings)
        game.play("cat")
        game.everybody_plays()
        game.reveal_all()
        game.act("dan", "like", play=game.play_of("bob")) if settings else None
        game.pick_winner("bob")
        return game

    def test_a_round_leaves_its_facts_with_the_players(self):
        game = self.a_finished_round()
        game.next_round()
        self.assertEqual(game.person("bob")["facts"], {"played": 1, "won": [1], "by": {"1": 1}})
        self.assertEqual(game.person("cat")["facts"], {"played": 1, "quick": 1})
        self.assertNotIn("facts", game.person("ann"))

    def test_likes_after_the_verdict_count_too(self):
        game = self.a_finished_round(crowd_favourite="likes")
        game.act("cat", "like", play=game.play_of("bob"))
        game.next_round()
        self.assertEqual(game.person("bob")["facts"]["likes"], 2)

    def test_who_takes_the_first_answer_back_was_not_first(self):
        game = a_round(judge="ann")
        game.play("cat")
        game.act("cat", "take_back")
        game.play("dan")
        self.assertEqual(game.state["quickest"], number_of("dan"))

    def test_the_last_round_counts(self):
        game = self.a_finished_round()
        game.act("ann", "end_game")
        self.assertEqual(game.person("bob")["facts"]["won"], [1])

    def test_a_vote_is_no_judge_who_has_favourites(self):
        game = a_round(judge=None, players=3, decides="vote")
        game.everybody_plays()
        for who, author in (("ann", "bob"), ("bob", "ann"), ("cat", "bob")):
            game.vote(who, author)
        game.next_round()
        self.assertEqual(game.person("bob")["facts"]["by"], {})

    def test_a_card_that_somebody_wrote_counts_once(self):
        game = a_round(judge="ann", write_in="game")
        game.act("bob", "write_white", text="Tea")
        game.act("bob", "play_cards", cards=[game.seat("bob")["written"]["id"]])
        game.everybody_plays()
        game.reveal_all()
        game.pick_winner("bob")
        game.next_round()
        self.assertEqual(game.person("bob")["facts"]["wrote"], 1)

    def test_bots_have_no_facts(self):
        game = a_game(3)
        game.act("ann", "add_bot")
        game.deal(judge="ann")
        game.play("bob")
        game.play("cat")
        game.expire(after=9)
        game.reveal_all()
        game.act("ann", "pick_winner", play="%d" % [one["player"] for one in game.state["laid_plays"]].index("1000001"))
        game.next_round()
        self.assertNotIn("facts", game.state["players"]["1000001"])

    def test_the_end_shows_titles_and_the_next_game_begins_without(self):
        game = self.a_finished_round()
        game.state["players"]["3"]["facts"] = {"quick": 4}
        game.act("ann", "end_game")
        self.assertEqual(game.table()["titles"], {"3": {"title": "quick", "count": 5}})
        game.act("ann", "rematch")
        self.assertNotIn("titles", game.table())
        self.assertTrue(all("facts" not in player for player in game.state["players"].values()))

    def test_a_crowd_knows_the_names_of_its_titles(self):
        game = a_game(3)
        for number in range(4, 70):
            game.act_as("%d" % number, "join", name="Player %d" % number)
        game.state.update(phase="game_over", winners=[], titles={"66": {"title": "robbed", "count": 9}})
        self.assertIn("66", rules.table_view(game.state, "TEST")["players"])
