"""What bots are called: no two the same in a room, and none like a person there."""
from __future__ import unicode_literals

import unicodedata
from typing import Iterable

from game.rules.cards.pile import shuffled
from game.rules.shapes import Rng

NAMES = (
    "Sir Toastalot", "Captain Kettle", "Granny Gigabyte", "Professor Plug", "Uncle Modem", "Lady Lightbulb",
    "Baron Battery", "Madame Microchip", "Cousin Cog", "Count Byte", "Beep McBoop", "Waffle Iron Will",
    "Duchess Doorbell", "Nanny Nanobot", "Rusty Bucket", "Fridge Freddie", "Mixer Max", "Sparky Socket",
    "Blinky", "Old Robo Joe", "Teapot Tess", "Doctor Dial-up", "Miss Printer", "Buzz Blender")
_JOINERS = "\u200c\u200d"


def free_name(taken, rng):
    # type: (Iterable[str], Rng) -> str
    """A name that reads like none of those taken."""
    keys = {key_of(name) for name in taken}
    names = [name for name in NAMES if key_of(name) not in keys]
    if names:
        return shuffled(names, rng)[0]
    number = 1
    while key_of("Bot %d" % number) in keys:
        number += 1
    return "Bot %d" % number


def key_of(name):
    # type: (str) -> str
    """Equal for names that look the same: case, width and spaces do not count."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).upper().lower())
    return "".join(letter for letter in folded if not letter.isspace() and letter not in _JOINERS)
