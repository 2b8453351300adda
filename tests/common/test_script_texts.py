"""What the scripts say in the language of a page."""
from __future__ import unicode_literals

import io
import os
import re

import pytest
from django.conf import settings
from django.utils import translation

from common.compat import json_loads
from common.web import script_texts

BOOT = os.path.join(settings.BASE_DIR, "static", "js", "boot.js")


def page(client, language):
    return client.get("/", HTTP_ACCEPT_LANGUAGE=language).content.decode("utf-8")


@pytest.mark.django_db
def test_a_page_loads_the_texts_of_its_language(client):
    assert '<script src="%s"></script>' % script_texts.address("pl") in page(client, "pl")


@pytest.mark.django_db
def test_a_page_in_english_loads_none(client):
    assert "/words/" not in page(client, "en") and "data-texts" not in page(client, "en")


def test_browsers_keep_them_for_a_year_whoever_reads(client):
    response = client.get(script_texts.address("de"))
    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert response["Cache-Control"] == "immutable, max-age=31536000, public" or set(
        response["Cache-Control"].split(", ")) == {"immutable", "max-age=31536000", "public"}
    assert "Cookie" not in response.get("Vary", "") and not response.cookies


def test_what_an_older_page_asks_for_is_not_kept(client):
    response = client.get(re.sub("-[0-9a-f]+", "-%s" % ("0" * 12), script_texts.address("de")))
    assert response.status_code == 200 and response["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("language", ["xx", "en-gb"])
def test_there_are_none_in_a_language_that_we_do_not_speak(client, language):
    assert client.get("/words/%s-%s.js" % (language, "0" * 12)).status_code == 404


def test_the_language_of_the_address_counts_not_that_of_the_reader(client):
    script = client.get(script_texts.address("pl"), HTTP_ACCEPT_LANGUAGE="de").content.decode("utf-8")
    assert "n%10>=2" in script.replace(" ", "")


def test_it_has_no_texts_of_the_admin(client):
    assert b"Available %s" not in client.get(script_texts.address("de")).content


def test_the_first_script_says_what_is_translated_for_it():
    with io.open(BOOT, encoding="utf-8") as file:
        said = re.findall(r'said\("([^"]+)"\)', file.read())
    assert sorted(said) == sorted(text for text, _ in script_texts.boot_texts())


def test_its_words_are_those_of_the_page():
    with translation.override("de"):
        said = json_loads(script_texts.of_boot("de"))
    assert set(said) == {text for text, _ in script_texts.boot_texts()}
    assert script_texts.of_boot("en") == ""
