"""Faces and colours: who has which, and how they change."""
from __future__ import unicode_literals

import random
from unittest import TestCase

from game import rules
from game.rules.looks import COLOURS, FACES, OF_BOTS, OF_PEOPLE, free_look, preset_look
from tests.rules.tables import a_game, a_round

BAD = ({}, {"face": 1}, {"face": 0, "colour": 1}, {"face": FACES + 1, "colour": 1}, {"face": 1, "colour": 13},
       {"face": "1", "colour": 1}, {"face": True, "colour": 1}, {"face": 1.0, "colour": 1},
       {"face": None, "colour": [1]})


def looks(game):
    return [(player["face"], player["colour"]) for player in game.state["players"].values()]


def full_house():
    """A state in which every pair is taken."""
    state = rules.new_state("Ann", 0)
    state["players"] = {"%d" % (place + 1): dict(state["players"]["1"], **preset_look(place))
                        for place in range(FACES * COLOURS)}
    return state


class Looks(TestCase):
    def test_everybody_comes_with_a_face_and_a_colour_that_nobody_else_has(self):
        game = a_game(12)
        self.assertEqual([len({look[part] for look in looks(game)}) for part in (0, 1)], [12, 12])
        self.assertTrue(all(rules.is_look(*look) for look in looks(game)))

    def test_who_wants_a_free_look_gets_it(self):
        game = a_game(3)
        game.act("dan", "join", name="Dan", face=9, colour=4)
        self.assertEqual((game.person("dan")["face"], game.person("dan")["colour"]), (9, 4))

    def test_who_wants_a_taken_look_keeps_the_face_in_another_colour(self):
        game = a_game(3)
        ann = game.person("ann")
        game.act("dan", "join", name="Dan", face=ann["face"], colour=ann["colour"])
        game.act("eve", "join", name="Eve", face=ann["face"], colour=ann["colour"])
        self.assertEqual([game.person(who)["face"] for who in ("dan", "eve")], [ann["face"]] * 2)
        self.assertEqual(len(set(looks(game))), 5)

    def test_a_wish_that_makes_no_sense_is_no_wish(self):
        game = a_game(3)
        game.act("dan", "join", name="Dan", face=99, colour="red")
        self.assertTrue(rules.is_look(*looks(game)[-1]))

    def test_who_comes_back_looks_as_before(self):
        game = a_round()
        before = looks(game)
        game.act("bob", "leave")
        game.sit_down("bob")
        self.assertEqual(sorted(looks(game)), sorted(before))

    def test_nobody_shares_a_look_while_any_is_free(self):
        for face, colour in ((1, 1), (FACES, COLOURS), (9, 4)):
            state = full_house()
            state["players"] = {number: player for number, player in state["players"].items()
                                if (player["face"], player["colour"]) != (face, colour)}
            self.assertEqual(free_look(state, random.Random(1)), {"face": face, "colour": colour})

    def test_a_room_of_more_people_than_looks_goes_on(self):
        self.assertTrue(rules.is_look(**free_look(full_house(), random.Random(1))))

    def test_bots_have_faces_of_their_own(self):
        game = a_game(3)
        game.act("ann", "add_bot")
        self.assertIn(game.state["players"]["1000001"]["face"], OF_BOTS)
        self.assertEqual((list(OF_PEOPLE), list(OF_BOTS)), (list(range(1, 25)), list(range(25, 31))))


class Changing(TestCase):
    def test_everybody_may_look_otherwise_in_every_phase(self):
        for game in (a_game(), a_round()):
            self.assertEqual(game.act("bob", "change_look", face=24, colour=12),
                             [{"type": "new_look", "player": "2"}])
            shown = game.table()["players"]["2"]
            self.assertEqual((shown["face"], shown["colour"]), (24, 12))

    def test_the_own_look_is_no_change(self):
        game = a_round()
        bob = game.person("bob")
        self.assertEqual(game.act("bob", "change_look", face=bob["face"], colour=bob["colour"]), [])

    def test_a_look_that_does_not_exist_is_refused(self):
        for args in BAD:
            self.assertEqual(a_round().why_not("bob", "change_look", **args), "bad_look")

    def test_the_face_of_a_bot_is_refused(self):
        self.assertEqual(a_round().why_not("bob", "change_look", face=OF_BOTS[0], colour=1), "bad_look")

    def test_the_look_of_somebody_else_is_refused_also_of_one_who_left(self):
        game = a_round()
        cat = game.person("cat")
        game.act("cat", "leave")
        self.assertEqual(game.why_not("bob", "change_look", face=cat["face"], colour=cat["colour"]), "look_taken")

    def test_where_all_are_taken_two_may_look_alike(self):
        game = a_game()
        game.state = full_house()
        taken = game.person("cat")
        game.act("bob", "change_look", face=taken["face"], colour=taken["colour"])
        self.assertEqual(game.person("bob")["face"], taken["face"])

    def test_spectators_have_no_look(self):
        self.assertEqual(a_round().why_not(None, "change_look", face=1, colour=1), "not_seated")


class Old(TestCase):
    def test_the_players_of_old_rooms_get_looks_that_differ(self):
        pairs = {tuple(sorted(preset_look(place).items())) for place in range(FACES * COLOURS)}
        self.assertEqual(len(pairs), FACES * COLOURS)

    def test_the_first_twelve_have_twelve_colours(self):
        self.assertEqual({preset_look(place)["colour"] for place in range(COLOURS)}, set(range(1, COLOURS + 1)))
