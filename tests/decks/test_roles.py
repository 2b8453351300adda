"""The groups that a fresh database has."""
from __future__ import unicode_literals

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission

from decks import roles

pytestmark = pytest.mark.django_db


def somebody(role):
    user = get_user_model().objects.create_user("eve")
    user.groups.add(Group.objects.get(name=role))
    return user


@pytest.mark.parametrize("role, may, may_not", [
    (roles.DECK_EDITOR, "decks.change_whitecard", "decks.review_deck"),
    (roles.DECK_REVIEWER, "decks.review_deck", "decks.change_deck"),
    (roles.HOST_SUPPORT, "game.change_room", "decks.change_deck")])
def test_each_role_may_do_its_work_and_no_other(role, may, may_not):
    user = somebody(role)
    assert user.has_perm(may) and not user.has_perm(may_not)


def test_a_role_makes_nobody_master_of_accounts():
    given = Permission.objects.filter(group__name__in=list(roles.ROLES))
    assert set(given.values_list("content_type__app_label", flat=True)) == {"decks", "game", "invitations"}


def test_what_the_roles_name_exists():
    for places in roles.ROLES.values():
        for app, models in places.items():
            assert {apps.get_model(app, model) for model in models}


def test_making_them_again_changes_nothing_and_takes_nothing_away():
    group = Group.objects.get(name=roles.DECK_REVIEWER)
    group.permissions.add(Permission.objects.get(codename="add_deck"))
    before = (Group.objects.count(), Permission.objects.count(), group.permissions.count())
    roles.make(apps)
    assert (Group.objects.count(), Permission.objects.count(), group.permissions.count()) == before


def test_django_makes_no_permission_a_second_time():
    named = [(permission.content_type_id, permission.codename) for permission in Permission.objects.all()]
    assert len(named) == len(set(named))
