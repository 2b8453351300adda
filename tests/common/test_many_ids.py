"""Statements that name many rows."""
from __future__ import unicode_literals

import pytest
from django.contrib.auth import get_user_model

from common.storage.many_ids import with_ids

pytestmark = pytest.mark.django_db


def test_many_ids_take_no_parameters_of_a_statement():
    found = with_ids(get_user_model().objects.all(), range(1, 2001))
    assert found.query.sql_with_params()[1] == ()


def test_the_rows_with_the_ids_are_found_counted_and_changed():
    ann, ben, _eve = [get_user_model().objects.create(username=name) for name in ("ann", "ben", "eve")]
    found = with_ids(get_user_model().objects.exclude(username="ben"), [ann.pk, ben.pk])
    assert [user.username for user in found] == ["ann"] and found.update(last_name="Smith") == 1


def test_no_ids_find_nothing():
    assert not with_ids(get_user_model().objects.all(), [])
