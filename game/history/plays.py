"""The plays of a judged round, as many as somebody reads."""
from __future__ import unicode_literals

from typing import Any

SHOWN = 24


def worth_reading(plays):
    # type: (list[dict[str, Any]]) -> list[dict[str, Any]]
    """All plays of a round; of a crowd's those that have won something and the first of the others, in the
    order of the reveal.
    """
    if len(plays) <= SHOWN:
        return plays
    best = sorted(range(len(plays)), key=lambda at: (-plays[at].get("points", plays[at]["won"]), at))
    return [plays[place] for place in sorted(best[:SHOWN])]
