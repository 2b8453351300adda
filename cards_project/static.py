"""Static files with their hash in the name, so that browsers may keep them for ever. For the current stack."""
from __future__ import unicode_literals

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticStorage(CompressedManifestStaticFilesStorage):
    """Also rewrites the imports between our ES modules, which would else load two copies of one module."""

    support_js_module_import_aggregation = True
    max_post_process_passes = 20  # one for each link in the longest chain of imports
