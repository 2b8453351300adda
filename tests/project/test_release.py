"""The version stands in one place; pages and error reports name it."""
from __future__ import unicode_literals

import io
import os
import re

import pytest

from cards_project import __version__
from tests.sources import ROOT


def text_of(*path):
    with io.open(os.path.join(ROOT, *path), encoding="utf-8") as stream:
        return stream.read()


@pytest.mark.django_db
def test_a_page_names_the_version_at_its_foot_and_to_its_scripts(client):
    page = client.get("/").content.decode("utf-8")
    assert '<p class="release small-print">Cards Against Django %s</p>' % __version__ in page
    assert 'data-release="%s"' % __version__ in page


def test_the_changelog_has_this_version_as_its_newest_release():
    releases = re.findall(r"^## (\d+\.\d+\.\d+)", text_of("CHANGELOG.md"), re.MULTILINE)
    assert releases and releases[0] == __version__
