"""Django's mail backend that writes letters to a folder, with a folder and files that only we can read."""
from __future__ import unicode_literals

from django.conf import settings
from django.core.mail.backends import filebased

from common.storage import private_files


class EmailBackend(filebased.EmailBackend):
    def __init__(self, *args, **kwargs):
        private_files.make_folder(kwargs.get("file_path") or settings.EMAIL_FILE_PATH)
        super(EmailBackend, self).__init__(*args, **kwargs)

    def open(self):
        if self.stream is None:
            private_files.make_file(self._get_filename())
        return super(EmailBackend, self).open()
