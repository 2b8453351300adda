"""Static files as they are delivered: a bundle for each page, compressed, with the hash of the content in the
name, so that browsers may keep them for ever.
"""
from __future__ import unicode_literals

import os
import shutil
import sys
import tempfile

from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

from cards_project import bundles


class HashedStaticStorage(CompressedManifestStaticFilesStorage):
    """Where esbuild is missing, the plain modules get hashed names, and the imports between them are
    rewritten.

    Otherwise only the bundles do. The plain modules are there under their own names, too, for source maps and
    tests.
    """

    # Django 1.8 cannot; there the plain modules name each other without hashes.
    support_js_module_import_aggregation = True
    max_post_process_passes = 20  # one for each link in the longest chain of imports

    def post_process(self, paths, dry_run=False, **options):
        folder = tempfile.mkdtemp()
        try:
            if not dry_run:
                paths = self._with_bundles(paths, folder)
            for result in super(HashedStaticStorage, self).post_process(paths, dry_run=dry_run, **options):
                yield result
        finally:
            shutil.rmtree(folder)

    def _with_bundles(self, paths, folder):
        """Return {name: (storage, path)} with the bundles in place of the modules and sheets that they were
        made of.
        """
        if not bundles.esbuild():
            sys.stderr.write("esbuild is missing, so pages load their modules one by one: npm ci brings "
                             "it.\n")
            return paths
        names = bundles.bundle(paths, folder)
        made = FileSystemStorage(os.path.join(folder, "out"))
        left = {name: place for name, place in paths.items()
                if not name.startswith(("js" + os.sep, "lit" + os.sep))}
        for name in names:
            # A source map, or a part: named by a bundle, so it must be in its place before that is processed.
            if name not in paths:
                with made.open(name) as content:
                    self.delete(name)
                    self._save(name, content)
        return dict(left, **{name: (made, name) for name in names})
