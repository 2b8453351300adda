"""What people tell each other beside the game: what is read, who may, and how it is gathered."""
from __future__ import unicode_literals

import pytest

from common.compat import json_dumps, json_loads
from game.moves import batches
from game.realtime.ephemeral import FACES, MOST_NAMED, MOST_SAID, Gathering
from game.realtime.handlers import RoomHandler
from live import Refused
from tests.rules.tables import a_round

rooms = RoomHandler()


def read(name, who="2", **args):
    return rooms.read(who, json_dumps({"id": "k1", "move": name, "args": args}))


def refusal_of(call, *args, **more):
    with pytest.raises(Refused) as refused:
        call(*args, **more)
    return json_loads(refused.value.text)


def gathered(*adds):
    one = Gathering()
    for player, told in adds:
        one.add(player, told)
    return [json_loads(text) for text in one.texts()]


def loaded(game):
    return batches.RoomState(7, "KX7PQ", 41, game.state, None)


class TestReading(object):
    def test_it_is_no_move_and_no_question(self):
        move = read("react", face="joy")
        assert rooms.ephemeral(move) == "react" and not rooms.is_question(move)
        assert not rooms.ephemeral(read("leave"))

    @pytest.mark.parametrize("name, args", [
        ("react", {}), ("react", {"face": "grin"}), ("react", {"face": ["joy"]}), ("phrase", {"phrase": "joy"}),
        ("phrase", {"phrase": None})])
    def test_unknown_faces_and_phrases_are_refused_by_their_id(self, name, args):
        answer = refusal_of(read, name, **args)
        assert (answer["code"], answer["id"]) == ("bad_frame", "k1")

    @pytest.mark.parametrize("text, code", [
        (None, "bad_text"), (7, "bad_text"), (" \n\u200d", "empty_text"), ("x" * 201, "long_remark")])
    def test_a_line_of_the_chat_is_a_text_of_some_length(self, text, code):
        assert refusal_of(read, "say", text=text)["code"] == code

    def test_a_line_is_tidied_and_coarse_words_are_masked(self):
        assert read("say", text=" what\nthe \u202eFUCK ").args == {"text": "what the " + "\u2217" * 4}

    def test_nothing_else_of_a_frame_is_told(self):
        assert read("react", face="joy", player="1", more=[1] * 99).args == {"face": "joy"}

    def test_it_needs_an_id(self):
        frame = json_dumps({"move": "react", "args": {"face": "joy"}})
        assert refusal_of(rooms.read, "2", frame)["code"] == "bad_frame"


class TestWhoMay(object):
    def test_the_answer_has_no_version(self):
        here, own = Gathering(), Gathering()
        answer = rooms.gather(loaded(a_round()), read("react", face="joy"), [here, own])
        assert json_loads(answer) == {"type": "ok", "id": "k1"}
        assert here.texts() == own.texts() != []

    def test_a_spectator_shows_a_face_without_a_number(self):
        here = Gathering()
        rooms.gather(loaded(a_round()), read("react", who=None, face="wow"), [here])
        assert json_loads(here.texts()[0])["reactions"] == [{"face": "wow", "count": 1}]

    def test_whom_the_host_has_muted_is_told_so(self):
        game, here = a_round(), Gathering()
        game.act("ann", "mute", player="2")
        answer = refusal_of(rooms.gather, loaded(game), read("react", face="joy"), [here])
        assert (answer["code"], answer["id"], here.texts()) == ("muted", "k1", [])

    def test_a_chat_that_is_off_is_refused(self):
        game, here = a_round(talk="phrases"), Gathering()
        assert refusal_of(rooms.gather, loaded(game), read("say", text="hi"), [here])["code"] == "talk_off"

    def test_the_state_stays_as_it_is(self):
        game = a_round(talk="chat")
        before = json_dumps(game.state)
        for move in (read("react", face="joy"), read("phrase", phrase="robbed"), read("say", text="hi")):
            rooms.gather(loaded(game), move, [Gathering()])
        assert json_dumps(game.state) == before

    def test_more_words_than_fit_into_a_moment_are_refused(self):
        here, own, room = Gathering(), Gathering(), loaded(a_round())
        for _ in range(MOST_SAID):
            rooms.gather(room, read("phrase", phrase="robbed"), [here])
        answer = refusal_of(rooms.gather, room, read("phrase", phrase="robbed"), [here, own])
        assert answer["code"] == "slow_down" and own.texts() == []


class TestGathering(object):
    def test_faces_are_counted(self):
        message, = gathered(("2", {"face": "joy"}), ("2", {"face": "joy"}), ("3", {"face": "joy"}))
        assert message == {"type": "reactions", "reactions": [
            {"player": "2", "face": "joy", "count": 2}, {"player": "3", "face": "joy", "count": 1}]}

    def test_a_crowd_sends_sums_and_no_names(self):
        message, = gathered(*[("%d" % number, {"face": FACES[number % 2]}) for number in range(1000)])
        assert message["reactions"] == [{"face": "joy", "count": 500}, {"face": "love", "count": 500}]

    def test_as_many_as_fit_are_named(self):
        message, = gathered(*[("%d" % number, {"face": "joy"}) for number in range(MOST_NAMED)])
        assert len(message["reactions"]) == MOST_NAMED and all("player" in one for one in message["reactions"])

    def test_words_come_in_their_order(self):
        message, = gathered(("3", {"text": "hi"}), ("2", {"phrase": "robbed"}))
        assert message == {"type": "said", "said": [{"player": "3", "text": "hi"},
                                                    {"player": "2", "phrase": "robbed"}]}

    def test_a_screen_is_told_faces_and_phrases_and_no_line_of_the_chat(self):
        one = Gathering()
        for told in ({"face": "joy"}, {"text": "hi"}, {"phrase": "robbed"}):
            one.add("2", told)
        faces, words = [json_loads(text) for text in one.texts(screen=True)]
        assert faces["reactions"] and words["said"] == [{"player": "2", "phrase": "robbed"}]

    def test_a_screen_hears_nothing_of_a_moment_with_chat_alone(self):
        one = Gathering()
        one.add("2", {"text": "hi"})
        assert one.texts(screen=True) == [] != one.texts()

    def test_what_another_process_has_gathered_is_added(self):
        one, other = Gathering(), Gathering()
        for each in (one, other):
            each.add("2", {"face": "joy"})
            each.add(None, {"face": "joy"})
            each.add("2", {"text": "hi"})
        one.take_in(other.dumps())
        faces, words = [json_loads(text) for text in one.texts()]
        assert [entry["count"] for entry in faces["reactions"]] == [2, 2] and len(words["said"]) == 2

    def test_words_of_others_that_do_not_fit_are_left_out(self):
        one, other = Gathering(), Gathering()
        for _ in range(MOST_SAID - 1):
            one.add("2", {"text": "mine"})
            other.add("3", {"text": "theirs"})
        one.take_in(other.dumps())
        assert len(json_loads(one.texts()[0])["said"]) == MOST_SAID
