"""Letters that go out of their folder: old ones, and those of who leaves."""
from __future__ import unicode_literals

import os
import time

import pytest
from django.core import mail

from invitations.mail import file_cleanup, file_mailbox

connections = []


@pytest.fixture(autouse=True)
def mail_folder(settings, tmpdir):
    settings.EMAIL_BACKEND, settings.KEEP_LETTERS_DAYS = "common.storage.filebased.EmailBackend", 30
    settings.EMAIL_FILE_PATH = str(tmpdir.join("mail"))
    return tmpdir.join("mail")


def write(*addresses):
    """A file with a letter to each address; returns its path."""
    before = set(file_cleanup._files())
    connections.append(mail.get_connection(
        ))  # kept, because a file is named by its connection's place in memory
    with connections[-1] as connection:
        for address in addresses:
            mail.EmailMessage("Hello", "Come and play.", "ann@example.org", [address],
                              connection=connection).send()
    path, = set(file_cleanup._files()) - before
    return path


def make_old(path, days):
    os.utime(str(path), (time.time() - days * 24 * 3600,) * 2)


def test_old_letters_go_and_young_ones_stay():
    old, young = write("bob@example.org"), write("cat@example.org")
    make_old(old, 31)
    make_old(young, 29)
    file_cleanup.clear_old()
    assert file_cleanup._files() == [young]


def test_the_operators_own_files_stay(mail_folder):
    mail_folder.ensure(dir=True)
    own = mail_folder.join("server.log")
    own.write("kept")
    make_old(own, 400)
    file_cleanup.clear_old()
    file_cleanup.forget(lambda text: True)
    assert own.read() == "kept"


def test_letters_that_go_elsewhere_leave_every_folder_alone(settings):
    make_old(write("bob@example.org"), 31)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    file_cleanup.clear_old()
    assert len(os.listdir(settings.EMAIL_FILE_PATH)) == 1


def test_no_folder_is_no_error():
    file_cleanup.clear_old()
    file_cleanup.forget(lambda text: True)


def test_letters_of_others_stay_in_a_file_that_they_share(settings):
    path = write("bob@example.org", "cat@example.org", "bob@example.org")
    file_cleanup.forget(lambda text: "bob@" in text)
    kept, = file_mailbox.newest(settings.EMAIL_FILE_PATH)
    assert ("To", "cat@example.org") in kept.headers
    assert os.stat(path).st_mode & 0o777 == 0o600


def test_a_file_without_any_letter_left_goes(mail_folder):
    write("bob@example.org")
    file_cleanup.forget(lambda text: "bob@" in text)
    assert mail_folder.listdir() == []


def test_old_letters_that_others_could_read_are_closed(mail_folder):
    path = write("bob@example.org")
    os.chmod(path, 0o644)
    mail_folder.chmod(0o755)
    file_cleanup.clear_old()
    assert (os.stat(path).st_mode & 0o777, mail_folder.stat().mode & 0o777) == (0o600, 0o700)
