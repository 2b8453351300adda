"""What became of many rows, in one message: a sentence with numbers, and the rows by name behind a fold."""
from __future__ import unicode_literals

from collections import OrderedDict

import six
from django.contrib import messages
from django.utils.html import format_html, format_html_join

# How many names a message lists behind its fold.
SHOWN = 200


def counted(number, noun):
    """"1 deck", "162 decks"."""
    return "%d %s%s" % (number, noun, "" if number == 1 else "s")


class Outcome(object):
    """Collects what was done and what was refused, each with its reason, and tells it at the end.

    `document` is what another Outcome has left, with names for rows.
    """

    def __init__(self, noun, document=None):
        self.noun, self.done, self.refused = noun, [], OrderedDict()
        if document:
            self.done, self.refused = document["done"], OrderedDict(document["refused"])

    def refuse(self, row, reason):
        self.refused.setdefault(six.text_type(reason), []).append(row)

    @property
    def left(self):
        return sum(map(len, self.refused.values()))

    def tell(self, request, one, many):
        """One message, see `told`."""
        messages.add_message(request, *self.told(one, many))

    def told(self, one, many):
        """(level, text) of a message. `one` is the sentence for a single row and `many` for several, with a
        place for the row and for how many they are: "%s is published.", "Published: %s."
        """
        level = messages.ERROR if not self.done else messages.WARNING if self.refused else messages.SUCCESS
        if not self.done and not self.left:
            return messages.WARNING, "There was nothing to do."
        if len(self.done) + self.left == 1:
            return level, one % self.done[0] if self.done else "%s: %s" % (
                list(self.refused.values())[0][0], list(self.refused)[0])
        sentence = many % counted(len(self.done), self.noun)
        if self.left:
            sentence += " Left out: %s." % counted(self.left, self.noun)
        return level, folded(sentence, [("", self.done)] + list(self.refused.items()))

    def document(self):
        """Itself for JSON."""
        return {"done": ["%s" % row for row in self.done],
                "refused": [[reason, ["%s" % row for row in rows]] for reason, rows in self.refused.items()]}


def folded(sentence, groups):
    """HTML: the sentence, and the rows of the groups [(reason or "", rows)] behind a fold."""
    lists = format_html_join("", "{}<ul>{}</ul>", (
        (format_html("<p>{}</p>", reason) if reason else "", _items(rows))
        for reason, rows in groups if rows))
    return format_html("{} <details><summary>Which ones</summary>{}</details>", sentence, lists)


def _items(rows):
    shown = format_html_join("", "<li>{}</li>", ((row,) for row in rows[:SHOWN]))
    more = len(rows) - SHOWN
    return shown + format_html("<li>\u2026 and {} more</li>", more) if more > 0 else shown
