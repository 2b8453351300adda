"""Many decks as one ZIP: on their way out of the database, or into it."""
from __future__ import unicode_literals

from django.db import models
from six import python_2_unicode_compatible

from decks import limits

from .jobs import Job


@python_2_unicode_compatible
class SiteCopy(Job):
    """A ZIP of decks that a worker writes, or that somebody restores (decks/copies). Its bytes are in parts,
    and its `options` say which step is next.
    """

    EXPORT, RESTORE = "export", "restore"

    direction = models.CharField(max_length=7, choices=((EXPORT, EXPORT), (RESTORE, RESTORE)))
    file_name = models.CharField(max_length=limits.NAME_LENGTH, blank=True, default="")

    def __str__(self):
        return "%s %d, %s" % (self.direction, self.pk or 0, self.status)


class SiteCopyPart(models.Model):
    """Some bytes of a ZIP, as base64; a file lies nowhere whole in memory."""

    copy = models.ForeignKey(SiteCopy, on_delete=models.CASCADE, related_name="parts")
    number = models.PositiveIntegerField()
    content = models.TextField()

    class Meta:
        ordering = ("number",)
        unique_together = (("copy", "number"),)
