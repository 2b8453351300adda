"""The pages of an import: nothing is stored before a yes, nothing typed is lost,
and nobody sees another's.
"""
from __future__ import unicode_literals

import json

import mock
import pytest
from django.contrib.auth.models import Permission
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from common.compat import reverse
from decks import staging
from decks.imports import worker
from decks.models import Deck, ImportJob
from decks.views import exports
from tests.decks.shelf import a_deck, as_bytes, sample

pytestmark = pytest.mark.django_db
IMPORT = "/decks/import/"


@pytest.fixture
def ann(django_user_model, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    return django_user_model.objects.create_user("ann", password="walnut-pudding-7")


def signed_in(user):
    browser = Client()
    assert browser.login(username=user.username, password="walnut-pudding-7")
    return browser


@pytest.fixture
def browser(ann):
    return signed_in(ann)


def a_file(content=None, name="cards.json"):
    return SimpleUploadedFile(name, as_bytes(sample()) if content is None else content)


def shown(answer):
    return answer.content.decode("utf-8")


def looked(browser, address=IMPORT, **fields):
    """(job, its page) after a file or pasted lines."""
    answer = browser.post(address, fields)
    assert answer.status_code == 302, shown(answer)
    job = ImportJob.objects.latest("pk")
    return job, shown(browser.get(page_of(job)))


def page_of(job, name="import_job"):
    return reverse("decks:" + name, args=[job.pk])


def test_who_is_not_signed_in_is_led_to_the_door():
    answer = Client().get(IMPORT)
    assert answer.status_code == 302 and answer["Location"].endswith("/accounts/login/?next=" + IMPORT)


def test_a_file_is_looked_at_then_stored(browser, ann):
    job, page = looked(browser, upload=a_file())
    assert "This would happen" in page and "Tea Pack" in page and "stands in the file already" in page
    assert not Deck.objects.exists()
    answer = browser.post(page_of(job), {})
    assert answer.status_code == 302
    assert "The cards are in" in shown(browser.get(page_of(job)))
    assert Deck.objects.filter(owner=ann, status="draft").count() == 3


def test_pasted_lines_become_a_deck_with_the_name_given(browser):
    job, _ = looked(browser, pasted="Who ate _?\nthe cat", name="Dr. Who & Co.", rating="family",
                    language="de")
    browser.post(page_of(job))
    deck = Deck.objects.get()
    assert (deck.name, deck.rating, deck.language) == ("Dr. Who & Co.", "family", "de")
    assert (deck.black_cards.count(), deck.white_cards.count()) == (1, 1)


def test_some_packs_are_chosen(browser):
    job, _ = looked(browser, upload=a_file())
    assert "Choose at least one pack." in shown(browser.post(page_of(job), {"choosing": "yes"}))
    browser.post(page_of(job), {"choosing": "yes", "key": ["tea-pack"]})
    assert [deck.name for deck in Deck.objects.all()] == ["Tea Pack"]


def test_cards_go_into_a_deck_that_the_person_may_edit(browser, ann):
    deck = a_deck("Tea", white=["Milk", "Sugar"], owner=ann)
    job, page = looked(browser, IMPORT + "?deck=" + deck.code, pasted="Honey\nmilk.")
    assert "Only what is new" in page and "text changed from \u201cMilk\u201d" in page
    browser.post(page_of(job), {"mode": "new"})
    assert [card.text for card in deck.white_cards.all()] == ["Milk", "Sugar", "Honey"]


def test_nobody_imports_into_the_deck_of_another(browser):
    deck = a_deck("Tea", white=["Milk"])
    address = IMPORT + "?deck=" + deck.code
    assert browser.get(address).status_code == 404
    assert browser.post(address, {"pasted": "Honey"}).status_code == 404
    assert not ImportJob.objects.exists()


def test_nobody_sees_the_import_of_another(browser, django_user_model):
    job, _ = looked(browser, pasted="Honey")
    bob = django_user_model.objects.create_user("bob", password="walnut-pudding-7")
    for other in (signed_in(bob), Client()):
        for name in ("import_job", "import_progress", "import_report"):
            assert other.get(page_of(job, name)).status_code == 404
        for name in ("import_job", "import_undo", "import_forget"):
            assert other.post(page_of(job, name)).status_code == 404
    assert ImportJob.objects.get().status == "waiting"


def test_who_looks_after_decks_imports_for_the_site(browser, ann):
    ann.user_permissions.add(*Permission.objects.filter(codename__in=["add_deck", "change_deck"]))
    assert "decks of this site" in shown(browser.get(IMPORT))
    job, _ = looked(browser, pasted="Honey")
    browser.post(page_of(job))
    assert list(Deck.objects.values_list("owner", "status")) == [(None, "draft")]


@pytest.mark.parametrize("fields, problem", [
    ({"pasted": " "}, "Choose a file, or paste some cards."),
    ({"pasted": "Honey", "language": "Plain English"}, "Plain English is not one of the available choices"),
    ({"pasted": "{\"name\": \"Half a deck\""}, "This cannot be read"),
    ({"pasted": "Honey", "name": "x" * 300}, "at most 200 characters"),
])
def test_what_cannot_be_imported_comes_back_with_the_reason(browser, fields, problem):
    answer = browser.post(IMPORT, fields)
    assert answer.status_code == 400 and problem in shown(answer)
    assert shown(answer).count(fields["pasted"].strip().replace('"', "&quot;") + "</textarea>") == 1
    assert not ImportJob.objects.exists()


def test_a_file_and_pasted_lines_at_once_are_asked_about(browser):
    answer = browser.post(IMPORT, {"upload": a_file(), "pasted": "Honey"})
    assert answer.status_code == 400 and "which one is meant?" in shown(
        answer) and "Honey</textarea>" in shown(answer)


def test_an_empty_file_is_refused(browser):
    assert "This file is empty." in shown(browser.post(IMPORT, {"upload": a_file(b"")}))


def test_who_was_signed_out_loses_nothing(ann):
    answer = Client().post(IMPORT, {"pasted": "Honey"})
    assert answer.status_code == 403 and "You are signed out" in shown(
        answer) and "Honey</textarea>" in shown(
        answer)


def test_a_body_that_is_too_big_is_refused_before_it_is_read(browser):
    with mock.patch("django.http.request.HttpRequest._load_post_and_files",
                    side_effect=AssertionError("it was read")):
        answer = browser.post(IMPORT, b"x", content_type="multipart/form-data; boundary=x",
                              CONTENT_LENGTH="100000000")
    assert answer.status_code == 413 and "too big for a deck of cards" in shown(answer)


def test_a_file_of_just_too_much_is_refused(browser):
    with mock.patch("decks.imports.forms.FILE_BYTES", 10):
        answer = browser.post(IMPORT, {"upload": a_file()})
    assert answer.status_code == 400 and "This file is too big" in shown(answer)


def test_nothing_is_stored_without_a_token(ann):
    browser = Client(enforce_csrf_checks=True)
    browser.login(username="ann", password="walnut-pudding-7")
    assert browser.post(IMPORT, {"pasted": "Honey"}).status_code == 403
    assert not ImportJob.objects.exists()


def test_too_many_imports_are_slowed_down(browser):
    with mock.patch("decks.views.imports.PATIENCE", "1/h"):
        looked(browser, pasted="Honey")
        answer = browser.post(IMPORT, {"pasted": "Sugar"})
    assert answer.status_code == 429 and "Sugar</textarea>" in shown(answer)


def test_a_big_import_shows_how_far_it_is(browser):
    job, _ = looked(browser, pasted="Honey\nSugar")
    with mock.patch("decks.imports.looking.AT_ONCE", 1), mock.patch("decks.imports.jobs.send_task"):
        browser.post(page_of(job))
    assert "<progress" in shown(browser.get(page_of(job)))
    answer = browser.get(page_of(job, "import_progress"))
    assert json.loads(shown(answer)) == {"status": "queued", "step": "store", "done": 0, "total": 2}


@pytest.fixture
def busy():
    """Every upload is a long one, and no worker hears of it."""
    with mock.patch("decks.imports.looking.AT_ONCE_BYTES", 1), mock.patch("decks.imports.jobs.send_task"):
        yield


def test_a_big_upload_leads_to_a_bar_and_then_to_its_dry_run(browser, busy):
    job, page = looked(browser, pasted="Honey")
    assert "Reading your cards" in page and "<progress" in page and '<meta http-equiv="refresh"' in page
    progress = json.loads(shown(browser.get(page_of(job, "import_progress"))))
    assert progress == {"status": "queued", "step": "look", "done": 0, "total": 0}
    assert browser.get(page_of(job, "import_report")).status_code == 404
    assert browser.post(page_of(job)).status_code == 409
    worker.run(job.pk)
    page = shown(browser.get(page_of(job)))
    assert "This would happen" in page and "http-equiv" not in page


def test_pasted_cards_that_a_worker_cannot_read_are_kept(browser, ann, busy):
    deck = a_deck("Tea", owner=ann)
    job, _ = looked(browser, IMPORT + "?deck=" + deck.code, pasted="{\"name\": \"Half a deck\"")
    worker.run(job.pk)
    page, again = shown(browser.get(page_of(job))), IMPORT + "?again=%d" % job.pk
    assert "This cannot be read" in page and again in page and "Try again" not in page
    form = shown(browser.get(again))
    assert "Half a deck&quot;</textarea>" in form and "Into <b>Tea</b>" in form and "?deck=" + deck.code in form


def test_what_was_chosen_for_cards_that_cannot_be_read_is_kept(browser, busy):
    job, _ = looked(browser, pasted="{ half", name="Half", rating="family", language="de")
    form = shown(browser.get(IMPORT + "?again=%d" % job.pk))
    assert 'value="Half"' in form and 'value="family" selected' in form and 'value="de" selected' in form


def test_nobody_begins_again_with_the_import_of_another(browser, django_user_model):
    job, _ = looked(browser, pasted="Honey")
    other = signed_in(django_user_model.objects.create_user("bob", password="walnut-pudding-7"))
    for pk in (job.pk, "x", "\u00b2", "9" * 30):
        assert other.get(IMPORT, {"again": pk}).status_code == 404


def test_the_progress_is_told_without_reading_the_file(browser):
    job, _ = looked(browser, pasted="Honey")
    with CaptureQueriesContext(connection) as queries:
        browser.get(page_of(job, "import_progress"))
    assert not any('"content"' in query["sql"] for query in queries.captured_queries)


def test_the_report_plans_nothing_again(browser):
    job, _ = looked(browser, pasted="Honey")
    with mock.patch("decks.imports.planning.plan", side_effect=AssertionError("it was planned")):
        assert browser.get(page_of(job, "import_report")).status_code == 200


def test_the_report_has_every_row(browser):
    job, _ = looked(browser, pasted="=Honey\n=honey.\n" + "x" * 501)
    answer = browser.get(page_of(job, "import_report"))
    assert answer["Content-Disposition"] == 'attachment; filename="import-%d.csv"' % job.pk
    assert answer.content.decode("utf-8-sig").splitlines() == [
        "pack,kind,row,line,status,text,reason",
        'Pasted cards,white,3,3,too long,,"it has 501 characters, the limit is 500"',
        "Pasted cards,white,1,1,new,'=Honey,",
        "Pasted cards,white,2,2,double,'=honey.,stands in the file already: \u201c=Honey\u201d (line 1)"]


def test_an_import_is_taken_back(browser):
    job, _ = looked(browser, upload=a_file())
    browser.post(page_of(job))
    assert browser.post(page_of(job, "import_undo")).status_code == 302
    assert "Everything is as it was" in shown(browser.get(page_of(job))) and not Deck.objects.exists()


def test_what_cannot_be_taken_back_says_why(browser):
    job, _ = looked(browser, upload=a_file())
    browser.post(page_of(job))
    staging.lock(Deck.objects.first().pk)
    answer = browser.post(page_of(job, "import_undo"))
    assert answer.status_code == 409 and "has been changed since" in shown(
        answer) and Deck.objects.count() == 3


def test_an_import_is_left(browser):
    job, _ = looked(browser, pasted="Honey")
    answer = browser.post(page_of(job, "import_forget"))
    assert answer["Location"].endswith(IMPORT) and not ImportJob.objects.exists()


def test_what_is_typed_is_never_html(browser):
    _, page = looked(browser, pasted="<script>alert(1)</script>\n<SCRIPT>alert(1)</SCRIPT>",
                     name="<b>Bold</b>")
    assert "<script>alert" not in page.lower() and "<b>Bold" not in page and "&lt;script&gt;alert(1)" in page


def test_whoever_may_see_a_deck_may_take_it_with_them(browser, ann):
    own, foreign = a_deck("Own", white=["Milk"], owner=ann,
                          status="draft"), a_deck("Foreign", white=["a"], status="draft")
    answer = browser.get(reverse("decks:export", args=[own.slug, "csv"]))
    assert answer["Content-Disposition"] == 'attachment; filename="own.csv"' and "white,Milk" in shown(answer)
    assert browser.get(reverse("decks:export", args=[foreign.slug, "csv"])).status_code == 404
    assert browser.get(reverse("decks:export", args=[own.slug, "docx"])).status_code == 404


def test_nobody_takes_decks_as_files_without_end(client, monkeypatch, standing_clock):
    monkeypatch.setattr(exports, "PATIENCE", "2/10m")
    deck = a_deck("Open", white=["Milk"])
    asked = [client.get(reverse("decks:export", args=[deck.slug, form])) for form in ("csv", "deck", "jah")]
    assert [answer.status_code for answer in asked] == [200, 200, 429] and asked[2]["Retry-After"] == "600"


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_table_to_fill_in_can_be_imported_as_it_is(browser, form):
    answer = browser.get(reverse("decks:import_template", args=[form]))
    job, page = looked(browser, upload=a_file(answer.content, "cards." + form))
    assert job.total == 3 and "a duck with a clipboard" in page


def test_there_is_nothing_to_put_in_when_all_is_here(browser):
    for _ in range(2):
        job, page = looked(browser, upload=a_file())
        browser.post(page_of(job))
    assert "Nothing to put in" in page
