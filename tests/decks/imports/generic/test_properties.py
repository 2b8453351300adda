"""Files of any shape that Hypothesis makes: what the reader is sure of is right, and it never fails otherwise.

Needs a current Python.
"""

from __future__ import unicode_literals

import csv
import io
import json

import pytest

hypothesis = pytest.importorskip("hypothesis")

from hypothesis import HealthCheck, given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from decks.imports import formats  # noqa: E402
from tests.decks.imports.generic.shaping import as_json, cards, is_right, read, texts  # noqa: E402

TEXT = st.sampled_from(("text", "content", "card", "Card Text", "value", "phrase", "body", "prompt", "texto"))
KIND = st.sampled_from(("type", "kind", "cardType", "color", "colour", "category", "typ"))
VALUES = st.sampled_from((
    ("black", "white"), ("Q", "A"), ("question", "answer"), ("Prompt", "Response"), ("schwarz", "wei\xdf"), ("S", "W"),
    ("N", "B"), (0, 1), (1, 0), (True, False), ("BLACK", "WHITE"), ("call", "response")))
BESIDE = st.dictionaries(
    st.sampled_from(("id", "created", "author", "likes", "image", "lang", "tags", "expansion", "active")),
    st.sampled_from((7, "x7", "2014-01-01", "Tea Pack", "en", "a.png", True, None)), max_size=4)
NESTING = st.lists(st.sampled_from(("data", "cards", "game", "items", "list", "results")), max_size=4, unique=True)
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=12), inner, max_size=5), max_leaves=40)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def objects(text, kind, values, beside, order):
    """The cards as objects, in an order of the fields and of the cards."""
    made = []
    for words, is_kind, _ in cards():
        pairs = [(text, words), (kind, values[0] if is_kind == "black" else values[1])] + sorted(beside.items())
        made.append(dict(order.sample(pairs, len(pairs))))
    return order.sample(made, len(made))


def check(found):
    """What is sure is right; what is not sure is asked, and may be wrong."""
    if found.proposal is None or found.proposal["sure"]:
        assert is_right(found), (found.packs, found.proposal)


@QUICK
@given(TEXT, KIND, VALUES, BESIDE, NESTING, st.randoms(use_true_random=False))
def test_objects_in_json_of_any_nesting(text, kind, values, beside, nesting, order):
    document = objects(text, kind, values, beside, order)
    for key in nesting:
        document = {key: document}
    found = read(document)
    check(found)
    assert is_right(found), found.proposal


@QUICK
@given(TEXT, KIND, VALUES, BESIDE, st.booleans(), st.sampled_from((",", ";", "\t")), st.randoms(use_true_random=False))
def test_tables_with_columns_in_any_order(text, kind, values, beside, has_header, delimiter, order):
    made = objects(text, kind, values, {}, order)
    columns = order.sample([text, kind] + sorted(beside), 2 + len(beside))
    target = io.StringIO()
    writer = csv.writer(target, delimiter=delimiter)
    writer.writerows([columns] if has_header else [])
    writer.writerows([dict(beside, **card)[column] for column in columns] for card in made)
    check(read(target.getvalue().encode("utf-8"), "tea.csv"))


@QUICK
@given(st.sampled_from((("black", "white"), ("prompts", "responses"), ("Q", "A"), ("calls", "answers"))), NESTING,
       st.booleans(), st.randoms(use_true_random=False))
def test_a_list_of_each_kind_under_any_name(names, nesting, keyed, order):
    lists = [order.sample(texts(kind), 6) for kind in ("black", "white")]
    if keyed:
        lists = [{"%d" % number: text for number, text in enumerate(one)} for one in lists]
    document = dict(zip(names, lists))
    for key in nesting:
        document = {key: document}
    check(read(document))


@QUICK
@given(JUNK)
def test_what_is_no_file_of_cards_is_refused_in_words_or_asked(document):
    try:
        found = formats.parse(as_json(document), "junk.json")
    except formats.FormatError as error:
        assert "\n" not in "%s" % error
    else:
        assert found.packs and json.dumps(found.proposal)


@QUICK
@given(st.text(alphabet="ab _?,;\t\n\"'{}[]()=:<>|#/\\.1", max_size=300),
       st.sampled_from(("x.js", "x.csv", "x.txt", "x.py", "x.sql", "x.rb", "")))
def test_any_text_by_any_name_is_read_or_refused(text, name):
    try:
        assert formats.parse(text.encode("utf-8"), name).packs
    except formats.FormatError as error:
        assert "%s" % error
