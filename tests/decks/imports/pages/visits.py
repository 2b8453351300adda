"""What people do on the pages of an import: choose a file, look at what would happen, read a page."""
from __future__ import unicode_literals

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from common.compat import reverse
from decks.models import ImportJob
from tests.decks.shelf import as_bytes, sample

IMPORT = "/decks/import/"


def signed_in(user):
    browser = Client()
    assert browser.login(username=user.username, password="walnut-pudding-7")
    return browser


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
