"""Ending accounts from the admin: friends keep their games there too, and the last administrator stays."""
from __future__ import unicode_literals

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from common.compat import reverse
from common.storage.id_ranges import pack
from game.models import Player
from invitations.models import Postage
from tests.game.pages import text_of
from tests.game.people import a_table_of, an_account, enter
from tests.invitations.people import a_guest, a_host

pytestmark = pytest.mark.django_db
LIST = "admin:auth_user_changelist"
VALUES = {"DateTimeField": timezone.now(), "PositiveIntegerField": 1, "PositiveSmallIntegerField": 1, "JSONField": {}}


@pytest.fixture
def boss(client, monkeypatch):
    monkeypatch.setattr("game.rooms.services.publish", lambda handler, update: None)
    boss = staff("boss", is_superuser=True)
    enter(client, boss)
    return boss


def staff(name, **rights):
    user = an_account(name)
    for right in dict(rights, is_staff=True):
        setattr(user, right, True)
    user.save()
    return user


def names():
    return sorted(get_user_model().objects.values_list("username", flat=True))


def end(client, *users, **answer):
    """Choose the action and answer its question, unless `answer` is empty on purpose."""
    return client.post(reverse(LIST), dict({"action": "end_accounts", "_selected_action": [user.pk for user in users]},
                                           **answer or {"answered": "yes"}), follow=True)


def test_a_deleted_account_leaves_its_table_without_its_name(client, boss):
    zelda = an_account("zelda")
    table = a_table_of(zelda, "Zelda", "Bob", "Cat")
    client.post(reverse("admin:auth_user_delete", args=[zelda.pk]), {"post": "yes"})
    assert names() == ["boss"]
    assert sorted(Player.objects.filter(room=table.pk).values_list("name", flat=True)) == ["Bob", "Cat",
                                                                                           "Somebody"]


def a_row_of(model, **given):
    """A row with the least that its columns want."""
    for field in model._meta.fields:
        wanted = not (field.null or field.blank or field.primary_key or field.has_default())
        if wanted and field.name not in given:
            given[field.name] = a_row_of(field.related_model) if field.is_relation else VALUES.get(
                field.get_internal_type(), "x")
    return model.objects.create(**given)


@pytest.mark.parametrize("relation", get_user_model()._meta.related_objects,
                         ids=lambda relation: relation.related_model._meta.model_name)
def test_no_row_keeps_an_account_from_being_deleted(client, boss, relation):
    zelda = an_account("zelda")
    relation.related_model.objects.all().delete()
    a_row_of(relation.related_model, **{relation.field.name: zelda})
    page = text_of(client.get(reverse("admin:auth_user_delete", args=[zelda.pk])))
    assert 'name="post" value="yes"' in page and "have permission" not in page


def test_the_page_that_asks_says_what_guests_will_get(client, boss):
    host = a_host("Zelda")
    a_guest(host, "bob@example.org", expires=timezone.now() + timedelta(days=9))
    page = text_of(client.get(reverse("admin:auth_user_delete", args=[host.user.pk])))
    assert "Zelda: 1 open invitation of yours ends" in page


def test_an_account_that_has_sent_invitations_is_deleted(client, boss):
    zelda = an_account("zelda")
    Postage.objects.create(host=zelda, address="bob@example.org")
    client.post(reverse("admin:auth_user_delete", args=[zelda.pk]), {"post": "yes"})
    assert names() == ["boss"] and not Postage.objects.exists()


def test_many_accounts_end_at_once(client, boss):
    end(client, an_account("zelda"), an_account("yuri"))
    assert names() == ["boss"]


def test_it_asks_first_and_says_what_guests_will_get(client, boss):
    host, yuri = a_host("Zelda"), an_account("yuri")
    a_guest(host, "bob@example.org", expires=timezone.now() + timedelta(days=9))
    page = text_of(end(client, host.user, yuri, index="0"))
    assert "2 users" in page and "zelda: 1 open invitation of yours ends" in page and "Yes, end them" in page
    assert names() == ["boss", "yuri", "zelda"] and 'name="named" value="%s"' % pack([host.user.pk, yuri.pk]) in page


def test_who_comes_after_the_question_is_not_ended(client, boss):
    yuri = an_account("yuri")
    page = text_of(end(client, yuri, index="0", select_across="1"))
    an_account("zelda")
    asked = dict(re.findall(r'<input type="(?:hidden|submit)" name="(\w+)" value="([^"]*)"', page.split("<form")[-1]))
    client.post(reverse(LIST), asked)
    assert names() == ["boss", "zelda"]


def test_the_last_administrator_stays(client, boss):
    page = text_of(end(client, boss, an_account("zelda")))
    assert names() == ["boss"] and "is the last administrator" in page
    assert client.post(reverse("admin:auth_user_delete", args=[boss.pk]), {"post": "yes"}).status_code == 403


def test_rows_are_not_deleted_without_asking_the_providers(client, boss):
    assert "delete_selected" not in text_of(client.get(reverse(LIST)))


def test_who_may_not_delete_is_not_offered_it(client, boss):
    helper = staff("helper")
    enter(client, helper)
    end(client, an_account("zelda"))
    assert names() == ["boss", "helper", "zelda"]
