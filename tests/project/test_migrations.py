"""One set of migrations serves both Djangos: on every stack they say what the models say."""
from __future__ import unicode_literals

import glob
import io
import os

import six
from django.conf import settings
from django.core.management import call_command
from django.test import TestCase

OURS = glob.glob(os.path.join(settings.BASE_DIR, "*", "migrations", "0*.py"))


class Migrations(TestCase):
    def test_they_leave_nothing_out(self):
        said = six.StringIO()
        call_command("makemigrations", dry_run=True, interactive=False, stdout=said)
        self.assertIn("No changes detected", said.getvalue())

    def test_their_texts_are_unicode_on_python_2_too(self):
        self.assertTrue(OURS)
        for name in OURS:
            with io.open(name, encoding="utf-8") as migration:
                self.assertIn("from __future__ import unicode_literals", migration.read(), name)
