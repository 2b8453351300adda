"""Names at the table: the rules hear from here whether one may be had, since letters are not their business.

A name is somebody's as long as they have a seat; whoever has left, was removed or is called something else
now holds none.
"""
from __future__ import unicode_literals

import itertools
from typing import Any, Iterator

import six

from common.names import NAME_LENGTH, BadNameError, name_key, tidy_name
from game import rules
from game.rules.shapes import State

NAMED = ("join", "change_name")


def marked(move, state):
    # type: (Any, State) -> Any
    """A Move that gives a name, with what the rules must know of it.

    Its `args` are the server's own, or {"name"} as a client gave it. Of them become: `name` as it is stored,
    `taken` where somebody here has it, `bad` (why) where it is no name. With `numbered` a name that is taken
    gets a number, and `renamed` says so.
    """
    args = move.args
    try:
        name = tidy_name(args["name"] if isinstance(args.get("name"), six.text_type) else "")
    except BadNameError as error:
        return move._replace(args={"bad": error.args[0]})
    args = dict(args if move.name == "join" else {}, name=name)
    taken = set(names_here(state, but=move.player))
    if name_key(name) not in taken:
        return move._replace(args=args)
    if not args.get("numbered"):
        return move._replace(args=dict(args, taken=True))
    free = next(other for other in numbered(name) if name_key(other) not in taken)
    return move._replace(args=dict(args, name=free, renamed=True))


def names_here(state, but=None):
    # type: (State, str | None) -> dict[str, str]
    """{key of a name: number} of all people who have a seat, without player `but`.

    A bot's name may be had: the bot takes another one (rules/options/bots.py).
    """
    return {name_key(state["players"][number]["name"]): number for number in rules.people_seated(state)
            if number != but}


def holder_of(state, name):
    # type: (State, str) -> str | None
    """The number of who has this name here, or one that looks the same; None for nobody."""
    return names_here(state).get(name_key(name))


def numbered(name):
    # type: (str) -> Iterator[str]
    """"Sam 2", "Sam 3" and so on, no longer than names may be."""
    for number in itertools.count(2):
        ending = " %d" % number
        yield name[:NAME_LENGTH - len(ending)].rstrip() + ending
