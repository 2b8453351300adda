"""Who judges the next round."""
from __future__ import unicode_literals

from game.rules.registry import Conflict, choice

OPTIONS = (
    choice("next_judge", "deciding", "Next judge",
           "Everybody judges in turn; or whoever won the round; or always the host.",
           "order", (("order", "In turn"), ("winner", "The winner"), ("host", "The host")), live=True,
           conflicts=[Conflict(one, "decides", "vote",
                               "where everybody votes nobody judges; choose a judge, or \u201CIn turn\u201D")
                      for one in ("winner", "host")]),
)


def next_judge(state, candidates):
    # type: (dict, list) -> str | None
    """The one of `candidates` who has earned it, or None."""
    wanted = {"winner": state.get("winner", {}).get("player"), "host": state["host"]}.get(
        state["settings"]["next_judge"])
    return wanted if wanted in candidates else None
