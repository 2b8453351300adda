"""How the page of a dry run asks what the fields of a file mean: what it shows, and what people send back."""
from __future__ import unicode_literals

from typing import Any

from decks.imports.generic import shapes

AUTO = "*auto"
RULE_WORDS = (
    (shapes.BLANKS, "Texts with a blank are black"),
    (shapes.QUESTIONS, "Texts with a blank or a question mark at the end are black"),
    (shapes.BY_PICK, "Cards with a pick are black"),
    (shapes.ALL_BLACK, "All are black"),
    (shapes.ALL_WHITE, "All are white"),
)
FIELDS = (("pick", "How many answers it takes"), ("deck", "Its deck"), ("tags", "Its tags"))
_SHORT = 60


def context(proposal):
    # type: (dict[str, Any] | None) -> dict[str, Any]
    """What the template needs; few of it for a format that is known.

    {"fields": [(name, label)], "texts": the same, with the text as it is, "text", "kind", "draw": names of
    fields, "rules": [(kind, words)], "values": [(value of the kind, is black)],
    "others": [(name, words, field)], "black", "white": names of columns, "reasons": sentences}
    """
    rules = [rule for rule in RULE_WORDS if proposal or rule[0] != shapes.BY_PICK]
    found = {"rules": rules, "reasons": [], "fields": []}  # type: dict[str, Any]
    if not proposal:
        return found
    mapping = proposal["mapping"]
    fields = [(field["name"], _label(field)) for field in proposal["fields"]]
    kind = mapping.get("kind", "")
    text = mapping.get("text", "")
    found.update({
        "fields": fields, "text": text, "kind": kind, "reasons": proposal["reasons"],
        "texts": fields + ([(text, " and ".join(map(_called, text.split("|"))))] if "|" in text else []),
        "values": [(value, value in mapping.get("black", ())) for value in proposal["values"].get(kind, ())],
        "others": [(name, words, mapping.get(name, "")) for name, words in FIELDS],
        "draw": mapping.get("draw", "")})
    found.update((kind, mapping.get(kind, ())) for kind in ("black", "white"))
    return found


def posted(data):
    # type: (Any) -> dict[str, Any] | None
    """The mapping that was sent, as generic.mapping.from_dict reads it; None for AUTO."""
    kind = data.get("kind", "")
    if kind == AUTO:
        return None
    found = {name: data.get(name, "") for name in ("text", "pick", "draw", "deck", "tags") if data.get(name)}
    found["kind"] = kind
    if kind == data.get("kind_was") and (kind not in shapes.RULES or kind == shapes.BY_COLUMN):
        values, black = data.getlist("value"), data.getlist("black")
        found["black"] = [value for value in values if value in black]
        found["white"] = [value for value in values if value not in black]
    return {name: value for name, value in found.items() if value}


def _label(field):
    # type: (dict[str, Any]) -> str
    """What a field is called in a list: its name, and the beginning of what is in it."""
    sample = " \u00b7 ".join(field["samples"])[:_SHORT]
    name = _called(field["name"])
    return "%s: %s" % (name, sample) if sample else name


def _called(name):
    # type: (str) -> str
    return "Column " + name if name.isdigit() else name.strip("()")
