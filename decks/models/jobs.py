"""What workers do for somebody where it takes long."""
from __future__ import unicode_literals

from django.conf import settings
from django.db import models
from six import python_2_unicode_compatible

from .history import ImportJob


class Job(models.Model):
    """Something that a worker does piece by piece, with how far it is. Its states are those of an ImportJob,
    and so is its claim (decks/claims.py).
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    options = models.TextField(default="{}", help_text="JSON of what was chosen.")
    status = models.CharField(max_length=7, choices=ImportJob.STATUSES, default=ImportJob.QUEUED,
                              db_index=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    result = models.TextField(default="{}", help_text="JSON: what has happened, what is left.")
    created = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True
        ordering = ("-pk",)


@python_2_unicode_compatible
class DeckJob(Job):
    """What is done to many decks at once (decks/admin/background)."""

    # What is forgotten as soon as the work has ended: it may have the texts of thousands of cards.
    SPENT = {"options": "{}"}

    work = models.CharField(max_length=20)

    def __str__(self):
        return "%s %d, %s" % (self.work, self.pk or 0, self.status)

    @property
    def percent(self):
        return 100 * self.done // (self.total or 1)
