"""Accounts at the table, for tests: who plays as which account, and what is published on the way."""
from __future__ import unicode_literals

from django.conf import settings
from django.contrib import auth

from game.models import Player
from tests.game.table import a_table


def an_account(name="ann", **fields):
    fields.setdefault("password", "walnut-pudding-7")
    return auth.get_user_model().objects.create_user(name, **fields)


def enter(client, user):
    """Sign `client` in as `user`, who may have no password."""
    session = client.session
    session.update({auth.SESSION_KEY: "%s" % user.pk,
                    auth.BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
                    auth.HASH_SESSION_KEY: user.get_session_auth_hash()})
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key


def own(table, who, user):
    """Make the seat of `who` the account's."""
    Player.objects.filter(pk=table.player(who).pk).update(user=user)


def a_table_of(user, *names, **deck):
    """A table whose first player, Ann unless somebody else is named, is `user`."""
    table = a_table(*names, **deck)
    own(table, (names or ("Ann",))[0].lower(), user)
    return table


def win_round(table, who):
    """Play rounds until `who` has won one; returns that RoundResult."""
    for _ in range(20):
        judge = table.judge
        table.everybody_plays()
        table.reveal_all()
        places = [place for place, play in enumerate(table.state["laid_plays"])
                  if play["player"] == table.number(who)]
        table.pick("%d" % (places or [0])[0])
        result = table.room.results.first()
        table.act(judge, "next_round")
        if places:
            return result
    raise AssertionError("%s never played" % who)
