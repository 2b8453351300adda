# coding: utf-8
"""Who judges the next round."""
from __future__ import unicode_literals

from game.rules.phrases import N_
from game.rules.registry import Conflict, choice

OPTIONS = (
    choice("next_judge", "deciding", N_("Next judge"),
           N_("Everybody judges in turn; or whoever won the round; or always the host."),
           "order", (("order", N_("In turn")), ("winner", N_("The "
                                                             "winner")), ("host", N_("The host"))), live=True,
           conflicts=[Conflict(one, "decides", "vote",
                               N_("where everybody votes nobody judges; choose a judge, or “In "
                                  "turn”"))
                      for one in ("winner", "host")]),
)


def next_judge(state, candidates):
    # type: (dict, list) -> str | None
    """The one of `candidates` who has earned it, or None."""
    wanted = {"winner": state.get("winner", {}).get("player"), "host": state["host"]}.get(
        state["settings"]["next_judge"])
    return wanted if wanted in candidates else None
