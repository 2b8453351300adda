"""How the page of a dry run asks what the fields of a file mean: what it shows, and what people send back."""
from __future__ import unicode_literals

from typing import Any

from django.utils.translation import gettext_noop as N_

from common.compat import gettext
from decks.imports.generic import shapes

AUTO = "*auto"
# Answers to "Which cards are black?", short enough for a list on a small phone.
RULE_WORDS = (
    (shapes.BLANKS, N_("Those with a blank")),
    (shapes.QUESTIONS, N_("A blank or a final ?")),
    (shapes.BY_PICK, N_("Those with a pick")),
    (shapes.ALL_BLACK, N_("All are black")),
    (shapes.ALL_WHITE, N_("All are white")),
)
DECK_WORDS = (
    (shapes.EACH_COLUMN, N_("Each column is one")),
    (shapes.FIRST_ROW, N_("As the first row says")),
)
FIELDS = (("pick", N_("How many answers it takes")), ("deck", N_("Its deck")), ("tags", N_("Its tags")))
_SAMPLE = 120


def context(proposal):
    # type: (dict[str, Any] | None) -> dict[str, Any]
    """What the template needs; few of it for a format that is known.

    {"fields": [(name, label)], "texts": [(name, label, what is in it, is text)], "kind", "draw": names of
    fields, "rules": [(kind, words)], "values": [(value of the kind or name of a column, label, is black)],
    "others": [(name, words, what is chosen, [(value, label)])], "text", "sources": those of the mapping,
    "reasons": sentences}
    """
    rules = [(rule[0], gettext(rule[1])) for rule in RULE_WORDS if proposal or rule[0] != shapes.BY_PICK]
    found = {"rules": rules, "reasons": [], "fields": []}  # type: dict[str, Any]
    if not proposal:
        return found
    mapping = proposal["mapping"]
    fields = [(field["name"], _called(field["name"])) for field in proposal["fields"]]
    kind, text = mapping.get("kind", ""), mapping.get("text", "")
    texts = text.split("|")
    by_column = kind == shapes.BY_COLUMN
    values = texts if by_column else proposal["values"].get(kind, ())
    if len(fields) > 1:
        found["rules"] = rules + [(shapes.BY_COLUMN, gettext("Whole columns"))]
    decks = [(rule, gettext(words)) for rule, words in DECK_WORDS]
    found.update({
        "fields": fields, "kind": kind, "reasons": proposal["reasons"], "draw": mapping.get("draw", ""),
        "text": text, "sources": mapping.get("sources", ()),
        "texts": [(field["name"], label, _sample(field), field["name"] in texts)
                  for field, (_, label) in zip(proposal["fields"], fields)
                  if field["name"] not in (shapes.LIST, shapes.DECK)],
        "values": [(value, _called(value) if by_column else value, value in mapping.get("black", ()))
                   for value in values],
        "others": [(name, gettext(words), mapping.get(name, ""),
                    (decks if name == "deck" and len(fields) > 1 else []) + fields)
                   for name, words in FIELDS]})
    return found


def posted(data):
    # type: (Any) -> dict[str, Any] | None
    """The mapping that was sent, as generic.mapping.from_dict reads it; None for AUTO."""
    kind = data.get("kind", "")
    if kind == AUTO:
        return None
    found = {name: data.get(name, "") for name in ("pick", "draw", "deck", "tags")}  # type: dict[str, Any]
    found.update(kind=kind, text="|".join(data.getlist("text")))
    if found["deck"] == kind:
        found["deck"] = ""  # the column that was taken for the decks is that of the kinds
    if kind == data.get("kind_was") and (kind not in shapes.RULES or kind == shapes.BY_COLUMN):
        values = data.getlist("text") if kind == shapes.BY_COLUMN else data.getlist("value")
        black = data.getlist("black")
        found["black"] = [value for value in values if value in black]
        found["white"] = [value for value in values if value not in black]
    if found["text"] == data.get("text_was"):
        found["sources"] = data.getlist("source")
    return {name: value for name, value in found.items() if value}


def _sample(field):
    # type: (dict[str, Any]) -> str
    """The beginning of what is in a field."""
    return " \u00b7 ".join(field["samples"])[:_SAMPLE]


def _called(name):
    # type: (str) -> str
    return "Column " + name if name.isdigit() else name.strip("()")
