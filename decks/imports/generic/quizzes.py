"""Tells a quiz from cards: an answer of it belongs to one question, and says nothing behind another. Pure."""

from __future__ import unicode_literals

import re
from typing import Dict

from django.utils.translation import gettext_noop as N_

from decks.imports.generic.fields import SAMPLE, Field, beginning
from decks.imports.generic.shapes import BY_COLUMN, LIST, VALUE, Mapping, RecordSet
from decks.imports.reading.vocabulary import place_of, plain

Fields = Dict[str, Field]
REASON = N_("It looks like a quiz, whose answers belong to one question each.")
SURENESS = 0.5
# Fields that only a quiz has, and those of its choices, which are several.
_OF_QUIZZES = set(
    "correct correctanswer correctanswers correctoption correctchoice correctindex correctresponse iscorrect "
    "rightanswer answerindex answerkey solution incorrect incorrectanswers wrong wronganswer wronganswers "
    "distractor distractors choices options difficulty showround shownumber airdate".split()
)
_CHOICES = re.compile(
    r"(?:(?:option|choice|answer|incorrect|wrong|distractor|incorrectanswer|wronganswer|opt|ans)s?)?[a-f1-6]\Z")
_MARK = re.compile(r"\s{0,20}(?:correct )?ans(?:wer)?\s{0,5}:", re.IGNORECASE)
_LINES = re.compile(r"\s{0,20}[(]?[a-f][).:]\s", re.IGNORECASE)
_MANY = 6  # pairs of questions and answers that none of which has a blank


def is_one(mapping, fields, together):
    # type: (Mapping, Fields, RecordSet) -> bool
    """Whether the records look like questions of a quiz, read as a mapping says."""
    black = mapping.black if mapping.kind == BY_COLUMN else tuple(mapping.text.split("|"))
    if any(fields[name].blanks > 0.02 for name in black if name in fields):
        return False
    return _has_fields(fields) or _has_lines(together) or _are_pairs(mapping, fields)


def _has_fields(fields):
    # type: (Fields) -> bool
    names = [name.split(".")[-1] for name in fields]
    if LIST in fields and {plain(value) for value in fields[LIST].values} & _OF_QUIZZES:
        return True  # of each question, a list of what may be chosen
    if not any(place_of(name, "text") is not None for name in names):
        return False
    choices = {plain(name) for name in names if not name.isdigit() and _CHOICES.match(plain(name))}
    marks = {plain(name) for name in names if not name.isdigit()} & _OF_QUIZZES
    return bool(marks) or len(choices) > 2


def _has_lines(together):
    # type: (RecordSet) -> bool
    """Whether most lines are choices, and some say which one is right."""
    texts = [beginning(record.values.get(VALUE)) for record in together.records[:SAMPLE]]
    marked, choices = [sum(pattern.match(text) is not None for text in texts) for pattern in (_MARK, _LINES)]
    return marked > 1 and choices + marked > 0.5 * len(texts)


def _are_pairs(mapping, fields):
    # type: (Mapping, Fields) -> bool
    """Whether each question stands beside an answer, and all of them end with a question mark."""
    if mapping.kind != BY_COLUMN or len(mapping.black) != 1 or len(mapping.white) != 1:
        return False
    asking, answering = fields[mapping.black[0]], fields[mapping.white[0]]
    return asking.questions > 0.9 and asking.filled == answering.filled and asking.filled >= _MANY
