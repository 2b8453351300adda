"""A quiz is no deck of cards: it is never stored without a question."""
from __future__ import unicode_literals

import json

import pytest

from decks.imports.generic import quizzes
from tests.decks.imports.generic.shaping import read

PONDS = [("What lives in pond %d?" % number, ["frog %d" % number, "duck %d" % number, "reed %d" % number])
         for number in range(9)]


def table(header, row):
    lines = [row % dict(zip("qabc", [question] + choices)) for question, choices in PONDS]
    return "\n".join([header] + lines).encode("utf-8")


def document(make):
    return json.dumps([make(question, *choices) for question, choices in PONDS]).encode("utf-8")


@pytest.mark.parametrize("content, name", [
    (table("question,a,b,c,answer", "%(q)s,%(a)s,%(b)s,%(c)s,b"), "ponds.csv"),
    (table("Question,Option A,Option B,Option C,Correct Answer", "%(q)s,%(a)s,%(b)s,%(c)s,%(b)s"), "ponds.csv"),
    (table("Question,Answer", "%(q)s,%(a)s"), "ponds.csv"),
    (table("category,question,correct_answer", "pond,%(q)s,%(a)s"), "ponds.csv"),
    (document(lambda q, a, b, c: {"question": q, "correct_answer": a, "incorrect_answers": [b, c]}), "ponds.json"),
    (document(lambda q, a, b, c: {"question": q, "A": a, "B": b, "C": c, "answer": "A"}), "ponds.json"),
    (table("", "%(q)s\nA) %(a)s\nB) %(b)s\nC) %(c)s\nAnswer: B"), "ponds.txt"),
])
def test_it_is_named_and_asked_about(content, name):
    proposal = read(content, name).proposal
    assert not proposal["sure"] and quizzes.REASON in proposal["reasons"]


def test_cards_with_blanks_are_none():
    rows = ["Why is _ in pond %d?,frog %d" % (number, number) for number in range(9)]
    found = read("\n".join(["Question,Answer"] + rows).encode("utf-8"), "ponds.csv")
    assert found.proposal["sure"] and quizzes.REASON not in found.proposal["reasons"]
