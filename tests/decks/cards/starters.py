"""The decks that come with the game, as their files say them."""
from __future__ import unicode_literals

import glob
import io
import json
import os

FOLDER = os.path.join(os.path.dirname(__file__), "..", "..", "..", "decks", "starter")
FILES = sorted(os.path.basename(path)[:-len(".json")] for path in glob.glob(os.path.join(FOLDER, "*.json")))


class Starter(object):
    """A starter deck: its `document`, its `language`, its `white` and `black` texts, and all `texts`."""

    def __init__(self, file_name):
        with io.open(os.path.join(FOLDER, file_name + ".json"), encoding="utf-8") as lines:
            self.document = json.load(lines)
        self.file_name, self.language = file_name, self.document["language"]
        self.white = self.document["white"]
        self.black = [card["text"] for card in self.document["black"]]
        self.texts = self.white + self.black


ALL = [Starter(file_name) for file_name in FILES]


def in_language(*languages):
    return [deck for deck in ALL if deck.language in languages]


def named(deck):
    return deck.file_name
