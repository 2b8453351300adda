"""The cards of the list that somebody has chosen, and the page that asks before something is done to them."""
from __future__ import unicode_literals

from collections import OrderedDict

from common.storage.id_ranges import pack, unpack
from common.web.admin_question import NAMED, SHOWN, question
from decks import staging
from decks.admin.shared.telling import counted
from decks.models import MODELS, Deck

CHOSEN, ALL = "chosen", "all"


class Chosen(object):
    """The cards that somebody chose: those that the page between has named, those with a tick ("b12", "w7"),
    or all that the filters find.
    """

    def __init__(self, request, found):
        self.name = request.POST.get("action", "")
        self.places = {kind: [] for kind in MODELS}  # (deck id, position, id), sorted
        for kind, ids in _ids_of(request.POST, found).items():
            for chunk in staging.chunks(ids):
                self.places[kind] += MODELS[kind].objects.filter(pk__in=chunk, deck__staged=False).order_by(
                    ).values_list("deck_id", "position", "pk")
            self.places[kind].sort()

    def count(self):
        return sum(map(len, self.places.values()))

    def texts(self):
        """{(kind, fingerprint): text}; cards that read the same are one."""
        found = {}
        for kind, places in self.places.items():
            for chunk in staging.chunks(pk for _deck, _position, pk in places):
                cards = MODELS[kind].objects.filter(pk__in=chunk).values_list("fingerprint", "text")
                found.update(((kind, mark), text) for mark, text in cards)
        return found

    def ids(self):
        """{deck id: {kind: ids}}, in the order of the decks."""
        found = OrderedDict()
        for kind in sorted(self.places):
            for deck, _position, pk in self.places[kind]:
                found.setdefault(deck, OrderedDict()).setdefault(kind, []).append(pk)
        return found

    def ask(self, request, form, verb, text, danger=False):
        """The page that asks: its title and its button name how many."""
        count = self.count()
        hidden = [("action", self.name)]
        hidden += [(NAMED, "%s:%s" % (kind, pack(place[2] for place in places)))
                   for kind, places in self.places.items()]
        rows = [card for kind in sorted(self.places) for card in self._first(kind)][:SHOWN]
        title = verb % counted(count, "card")
        return question(request, rows, count, hidden, form, title, text, title, danger, opts=Deck._meta,
                        where="All cards")

    def _first(self, kind):
        found = MODELS[kind].objects.in_bulk([pk for _deck, _position, pk in self.places[kind][:SHOWN]])
        return [found[pk] for _deck, _position, pk in self.places[kind][:SHOWN]]


def _ids_of(sent, found):
    """{kind: ids} that a form of the list, or the page between, has sent."""
    if NAMED in sent:
        named = dict(text.partition(":")[::2] for text in sent.getlist(NAMED))
        return {kind: unpack(named.get(kind, "")) for kind in MODELS}
    if sent.get(ALL) == "1":
        return {kind: list(cards.order_by().values_list("pk", flat=True)) for kind, cards in found.items()}
    return {kind: [int(tick[1:]) for tick in sent.getlist(CHOSEN) if tick[:1] == kind[0] and
                   tick[1:].isdecimal() and len(tick) < 10] for kind in MODELS}
