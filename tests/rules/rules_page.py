"""Makes docs/RULES.md of the options: python -m tests.rules.rules_page writes it."""
from __future__ import unicode_literals

import io
import os

from game.rules import registry
from game.rules.presets import PRESETS
from game.rules.settings import label
from tests.sources import ROOT

PAGE = os.path.join(ROOT, "docs", "RULES.md")
TOP = """# Rules

This page is made of the options in `game/rules/options/` by `python -m tests.rules.rules_page`.

## How to play
1. Three people or more, each with a hand of white cards. A black card asks a question or has a gap.
2. Everybody but the judge answers with the white cards of their hand, as many as the black card takes.
3. The answers are shuffled and turned over one by one. Nobody knows whose is whose.
4. The judge picks the best one, or everybody votes; whoever played it gets a point.
5. Hands are filled up again, the next player judges. Whoever has the points to win first wins the game.

Who is away is skipped, who comes later plays from the next round on, and hands and points wait for those who come back.
The host chooses a preset or single options in the lobby; while a game runs, only what may change then, and everybody is told.
"""


def page():
    """The text of docs/RULES.md."""
    parts = [TOP, "## Presets", "| Preset | In a word | What differs from the usual |\n|---|---|---|"]
    parts += ["| %s | %s | %s |" % (preset.name, preset.hint, _differences(preset.changes)) for preset in PRESETS]
    for group, title in registry.GROUPS:
        parts += ["\n## %s" % title, "| Option | Name | What it does | Usually | Values | In mid-game | Does not go with |\n"
                  "|---|---|---|---|---|---|---|"]
        parts += [_row(option) for option in registry.options().values() if option.group == group]
    return "\n".join(parts) + "\n"


def _row(option):
    cells = (option.label, "`%s`" % option.name, _sentence(option), _shown(option, option.default), _values(option),
             "yes" if option.live else "no", "; ".join(_conflict(option, one) for one in option.conflicts) or "-")
    return "| %s |" % " | ".join(cells)


def _sentence(option):
    if not option.only_with:
        return option.sentence
    name, value = option.only_with
    return "%s Only with %s." % (option.sentence, _named(name, value))


def _values(option):
    if option.kind == "number":
        return "%d to %d%s" % (option.low, option.high, ", or 0: %s" % option.zero.lower() if option.zero else "")
    return ", ".join("%s (`%s`)" % (words, value) for value, words in _choices(option))


def _choices(option):
    return option.values if option.kind == "choice" else (("false", "Off"), ("true", "On"))


def _shown(option, value):
    if option.kind == "number":
        return option.zero if value == 0 else ("%d %s" % (value, option.unit)).strip()
    return dict(_choices(option))[value if option.kind == "choice" else ("%s" % value).lower()]


def _conflict(option, conflict):
    own = "" if conflict.when is True else "%s: " % _shown(option, conflict.when)
    return own + _named(conflict.other, conflict.value)


def _named(name, value):
    option = registry.option(name)
    on = "above 0" if value is True and option.kind == "number" else _shown(option, value)
    return "%s \u201C%s\u201D" % (label(name), on)


def _differences(changes):
    return ", ".join("%s: %s" % (option.label.lower(), _shown(option, changes[name]).lower())
                     for name, option in registry.options().items() if name in changes) or "nothing"


if __name__ == "__main__":
    with io.open(PAGE, "w", encoding="utf-8") as target:
        target.write(page())
