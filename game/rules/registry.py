"""The options of a game and the rules that stand behind them; the engine knows hooks, never a rule's name.

A rule is a module in game/rules/options/ with OPTIONS, a tuple of Option, and any of the hooks below, as
functions of these names:

    extra_draw(state, card) -> int             white cards dealt beside the hand for this black card
    before_playing(state, deck, now, rng, last) -> Entries or None     takes the round over before its
                                               answers, in "choosing", and calls rounds.begin_playing itself;
                                               `last` is the black card of the round before
    own_cards(state, number) -> card numbers       white cards beside the hand that a player may lay down
    more_plays(state) -> [(number, cards)]         answers that are laid down beside those in chosen_cards
    answers_return(state, numbers)             what these players have laid down goes back into their hands
    answers_laid(state) -> Entries             all answers lie on the table, face down
    round_begins(state, deck, now, rng) -> Entries              the cards of the round are dealt
    waiting_for(state, numbers) -> numbers     who is waited for, out of those the phase waits for
    offers(state, number) -> names             moves that make sense for a player now
    due_at(state) -> int or None               when `expire` has something to do for this rule, ms
    due(context) -> Entries                    does it; called when `due_at` has passed
    time_is_up(context) -> Entries             before the phase ends because its time is over
    points(state, verdict) -> [(player, points, why)]     beside those of the verdict, whose entries it may
                                               change, and the only place to note who was right
    decider(state) -> str or None              who decides the round that begins, instead of who usually does
    next_judge(state, candidates) -> str or None      the first answer counts
    goes_on(state) -> bool                     whether a game plays one more round though a limit is reached
    begin_game(state, deck, now, rng) -> Entries      hands are dealt, before the first round
    table_fields(state, deck) -> dict          what everybody may see of it
    player_fields(state, number) -> dict       the same for each player
    seat_fields(state, number, deck) -> dict   what one player alone may see
    card_goes(context, kind, card) -> Entries  a card left the game, see removed_cards.py
    held(state) -> card numbers                white cards that lie elsewhere than in hands and plays
    round_ends(state)                          a round with its verdict is about to be forgotten
    game_ends(state)                           the winners of a game stand
    afterwards(state, now, rng) -> Entries     after every move, also those of the server; may change `state`
    mend_times(state, now) -> bool             moves its own times that lie too far ahead (stored/times.py);
                                               whether there were any

and these constants: MOVES, {name: (phases, function of a MoveContext)}; KEYS and PLAYER_KEYS, tuples of
stored.schema.Key; OF_A_ROUND and OF_A_GAME, names of those keys that end with a round or a game;
OF_A_PLAYER, the same for keys of players; PRICES, the `why` of points that are taken; TABLE, PLAYER and SEAT,
the keys that its fields may have.

Hooks but the last four change `state` only where they return entries; what a rule keeps there is replaced,
never changed in place (`state.fork` copies one level).
"""
from __future__ import unicode_literals

from collections import OrderedDict
from typing import Any, Callable, Iterable, NamedTuple, Optional, Sequence, Text, Tuple

from game.rules.phrases import N_

# `kind` is "switch" (True or False), "number" (`low` to `high`; 0 too where `zero` says what it means) or
# "choice" (one of `values`, pairs of a value and its label; for a number, the values that a page offers).
# `live` options may change while a game runs. `since` is the number of the first schema of states with it.
# `only_with` is (option, value): it means something only while that option has that value; None for always.
Option = NamedTuple("Option", [
    ("name", Text), ("kind", Text), ("default", Any), ("group", Text), ("label", Text),
    ("sentence", Text), ("low", int), ("high", int), ("zero", Text), ("values", Sequence[Any]),
    ("unit", Text), ("live", bool), ("since", int), ("conflicts", Sequence[Any]),
    ("only_with", Optional[Tuple[Text, Text]])])
# An option cannot be `when` while the option `other` is `value`; True stands for any number above 0. `why` is
# told to the host, after a colon.
Conflict = NamedTuple("Conflict", [("when", Any), ("other", Text), ("value", Any), ("why", Text)])

HOOKS = ("extra_draw", "before_playing", "own_cards", "more_plays", "answers_return", "answers_laid",
         "round_begins", "waiting_for", "offers", "due_at", "due", "time_is_up", "points", "decider",
         "next_judge", "goes_on", "begin_game", "table_fields", "player_fields", "seat_fields", "card_goes",
         "held", "round_ends", "game_ends", "afterwards", "mend_times")

# The groups of options, in the order in which a page shows them, with their titles.
GROUPS = (("deciding", N_("Deciding")), ("cards", N_("Cards")), ("end", N_("End")), ("time", N_("Time")),
          ("seconds", N_("Fixed seconds")), ("door", N_("The door")), ("talk", N_("Talking")))

_rules = []  # type: list[Any]
_hooks = {}  # type: dict[str, list[Callable[..., Any]]]
_options = OrderedDict()  # type: OrderedDict[str, Option]
_gathered = {}  # type: dict[str, tuple[Any, ...]]


def switch(name, group, label, sentence, default=False, live=False, since=4, conflicts=()):
    # type: (str, str, str, str, bool, bool, int, Sequence[Conflict]) -> Option
    """An option that is on or off."""
    return Option(name, "switch", default, group, label, sentence, 0, 0, "", (), "", live, since, conflicts,
                  None)


def number(name,  # type: str
           group,  # type: str
           label,  # type: str
           sentence,  # type: str
           default,  # type: int
           low,  # type: int
           high,  # type: int
           zero="",  # type: str
           unit="",  # type: str
           offered=(),  # type: Sequence[int]
           live=False,  # type: bool
           since=4,  # type: int
           conflicts=(),  # type: Sequence[Conflict]
           only_with=None  # type: tuple[str, str] | None
           ):
    # type: (...) -> Option
    """A whole number from `low` to `high`; 0 too where `zero` says what that means.

    `offered` are the values that a page offers.
    """
    return Option(name, "number", default, group, label, sentence, low, high, zero,
                  tuple(offered) or tuple(range(low, high + 1)), unit, live, since, conflicts,
                  only_with)


def choice(name, group, label, sentence, default, values, live=False, since=4, conflicts=()):
    # type: (str, str, str, str, str, Iterable[tuple[str, str]], bool, int, Sequence[Conflict]) -> Option
    """One of `values`, pairs of a value and its label."""
    return Option(name, "choice", default, group, label, sentence, 0, 0, "", tuple(values), "", live,
                  since, conflicts, None)


def use(rules):
    # type: (Iterable[Any]) -> None
    """Register the modules of all rules, in the order in which their hooks are called."""
    _rules[:] = rules
    _options.clear()
    _gathered.clear()
    for rule in _rules:
        _options.update((option.name, option) for option in rule.OPTIONS)
    for name in HOOKS:
        _hooks[name] = [getattr(rule, name) for rule in _rules if has(rule, name)]


def has(rule, name):
    # type: (Any, str) -> bool
    """Whether a rule implements this hook itself; a function that it imports is none."""
    return getattr(getattr(rule, name, None), "__module__", None) == rule.__name__


def hooks(name):
    # type: (str) -> list[Callable[..., Any]]
    """The functions of all rules that implement this hook."""
    return _hooks[name]


def rules():
    # type: () -> list[Any]
    """The modules of all rules."""
    return _rules


def options():
    # type: () -> dict[str, Option]
    """{name: Option} of all rules."""
    return _options


def option(name):
    # type: (str) -> Optional[Option]
    """The Option of this name, or None."""
    return _options.get(name)


def gathered(constant):
    # type: (str) -> tuple[Any, ...]
    """The items of a constant (KEYS, OF_A_ROUND ...) of all rules."""
    if constant not in _gathered:
        _gathered[constant] = tuple(item for rule in _rules for item in getattr(rule, constant, ()))
    return _gathered[constant]
