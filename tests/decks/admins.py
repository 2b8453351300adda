"""People who look after decks, signed in before the admin, and what they press there."""
from __future__ import unicode_literals

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client

from common.compat import reverse
from decks import roles

PASSWORD = "walnut-pudding-7"


class Admin(object):
    """Somebody in a group, or a superuser without one, with a browser."""

    def __init__(self, name, group=None):
        make = get_user_model().objects.create_user if group else get_user_model().objects.create_superuser
        self.user, self.client = make(name, name + "@example.org", PASSWORD), Client()
        self.user.is_staff = True
        self.user.save()
        if group:
            self.user.groups.add(Group.objects.get(name=group))
        self.client.login(username=name, password=PASSWORD)

    def look(self, _name, *args, **query):
        """The response to a look at an address of the admin."""
        return self.client.get(reverse(_name, args=args), query)

    def see(self, _name, *args, **query):
        return self.look(_name, *args, **query).content.decode("utf-8")

    def press(self, _name, *args, **fields):
        """The page after a form was sent there."""
        return self.client.post(reverse(_name, args=args), fields, follow=True).content.decode("utf-8")

    def act(self, rows, action, **answer):
        """Choose rows of a list and an action; with an answer, also give it to the page in between."""
        if hasattr(rows[0], "deck"):
            return self.act_on_cards(rows, action, **answer)
        fields = dict({"action": action, "_selected_action": [row.pk for row in rows]}, **answer)
        fields.update({"answered": "yes"} if answer else {"index": "0"})
        return self.press("admin:decks_%s_changelist" % rows[0]._meta.model_name, **fields)

    def act_on_cards(self, cards, action, **answer):
        """The same for cards in the list of all."""
        ticks = ["%s%d" % ("b" if hasattr(card, "pick") else "w", card.pk) for card in cards]
        return self.press("decks_admin:cards", **dict(
            {"action": action, "chosen": ticks}, **dict(answer, answered="yes") if answer else {}))


def an_editor(name="edith"):
    return Admin(name, roles.DECK_EDITOR)


def a_reviewer(name="rex"):
    return Admin(name, roles.DECK_REVIEWER)


def a_support(name="hope"):
    return Admin(name, roles.HOST_SUPPORT)


def a_player(name="ann"):
    return get_user_model().objects.create_user(name, name + "@example.org", PASSWORD)
