"""Rooms in the database for tests: people are called by name, and moves read like table talk."""
from __future__ import unicode_literals

import mock

from common.compat import json_dumps, json_loads
from decks.cards.texts import fingerprint
from decks.models import PUBLISHED, BlackCard, Deck, WhiteCard
from game.models import Player, Room
from game.moves import batches
from game.realtime import messages
from game.rooms import services
from game.rules.stored.schema import SCHEMA


def a_stored_deck(name="Tea", white=80, black=12, pick=1, **fields):
    """A published deck of so many cards, all different."""
    fields.setdefault("status", PUBLISHED)
    deck = Deck.objects.create(name=name, slug=name.lower().replace(" ", "-"), **fields)
    whites = ["%s answer %d" % (name, number) for number in range(white)]
    WhiteCard.objects.bulk_create([WhiteCard(deck=deck, text=text, fingerprint=fingerprint(text),
                                             position=position)
                                   for position, text in enumerate(whites)])
    blacks = ["%s %d" % (name, number) + " _" * pick for number in range(black)]
    BlackCard.objects.bulk_create([
        BlackCard(deck=deck, text=text, fingerprint=fingerprint(text), pick=pick, position=position)
        for position, text in enumerate(blacks)])
    return deck


def unpublished():
    """What a test prepares is told to nobody."""
    return mock.patch("game.rooms.services.publish")


def loaded_too_early(happens):
    """Something `happens` when the next move has just loaded its room: it must load it once more."""
    load, late = batches.load, [happens]

    def load_and_be_late(pk):
        loaded = load(pk)
        if late:
            late.pop()()
        return loaded
    return mock.patch("game.moves.batches.load", load_and_be_late)


def a_table(*names, **deck):
    """A room with Ann (the host), Bob and Cat, or the people named; all here and one deck chosen, by nobody
    with `by_default`.
    """
    by_default = deck.pop("by_default", False)
    return Table(names or ("Ann", "Bob", "Cat"), a_stored_deck(**deck), by_default)


class Table(object):
    def __init__(self, names, deck, by_default=False):
        self.deck, self.players = deck, {}
        host = services.open_room(names[0], deck_ids=[deck.pk], by_default=[deck.pk] if by_default else [])
        self.pk, self.players[names[0].lower()] = host.room_id, host
        self.act(names[0].lower(), "connect")
        for name in names[1:]:
            self.sit_down(name)

    # ---- moves

    def sit_down(self, name, user=None, let_in=False):
        with unpublished():
            player = services.join(self.room, name, user, let_in=let_in)
        self.players[name.lower()] = player
        self.act(name.lower(), "connect")
        return player

    def move(self, who, name, args=None, id=""):
        return batches.Move(who and self.number(who), name, args or {}, id, None)

    def act(self, who, name, args=None, id=""):
        """The BatchResult of one move."""
        with unpublished():
            return services.play(self.pk, [self.move(who, name, args, id)])

    def why_not(self, who, name, args=None, id=""):
        """The code of the refusal that a move must meet."""
        return self.act(who, name, args, id).answers[0].code

    def deal(self):
        return self.act("ann", "start_game")

    def deal_with(self, **settings):
        """Start a game with these settings."""
        self.act("ann", "change_settings", {"settings": settings})
        return self.deal()

    def play_a_written_card(self, text):
        """Everybody plays, the last one a card they have written. Returns who that is."""
        last = self.members[-1]
        for who in self.members[:-1]:
            self.play_first_cards(who)
        self.act(last, "write_white", {"text": text}, "written")
        self.act(last, "play_cards", {"cards": [self.seat(last)["written"]["id"]]})
        return last

    def play_first_cards(self, who):
        return self.act(who, "play_cards", {"cards": self.hand(who)[:1]})

    def everybody_plays(self):
        for who in self.members:
            self.play_first_cards(who)

    def reveal_all(self):
        for number in range(len(self.state["laid_plays"])):
            self.act(self.judge, "reveal_play", {"play": "%d" % number})

    def pick(self, play="0"):
        return self.act(self.judge, "pick_winner", {"play": play})

    def play_round(self):
        """From playing to round_over; returns the BatchResult of the verdict."""
        self.everybody_plays()
        self.reveal_all()
        return self.pick()

    # ---- what is stored

    @property
    def room(self):
        return Room.objects.get(pk=self.pk)

    @property
    def version(self):
        return self.room.version

    @property
    def state(self):
        return json_loads(self.room.state)

    def store_as_newer_code_would(self):
        """Give the stored state a schema that this code does not know."""
        self.alter(schema=SCHEMA + 1)

    def alter(self, **values):
        """Change the stored state behind everybody's back, as another process would."""
        room = self.room
        state = dict(self.state, **values)
        Room.objects.filter(pk=self.pk).update(state=json_dumps(state), version=room.version + 1)

    @property
    def phase(self):
        return self.state["phase"]

    @property
    def judge(self):
        return self.name(self.state["judge"])

    @property
    def members(self):
        return [self.name(number) for number in self.state["round_players"]]

    def hand(self, who):
        return self.state["players"][self.number(who)]["hand"]

    def seat(self, who):
        """The seat document of a fresh welcome."""
        return json_loads(messages.welcome(batches.load(self.pk), self.number(who)))["seat"]

    # ---- people

    def number(self, who):
        return "%d" % self.players[who].number

    def name(self, number):
        return next(who for who, player in self.players.items() if player.number == int(number))

    def player(self, who):
        """The stored row, read again."""
        return Player.objects.get(pk=self.players[who].pk)


def chosen(table):
    """The ids of the decks that a table has chosen."""
    return [deck["id"] for deck in table.state["decks"]]
