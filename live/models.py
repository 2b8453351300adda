"""What several processes of one site know of each other."""
from __future__ import unicode_literals

from django.db import models


class ServerProcess(models.Model):
    """A process that holds sockets, where Redis joins several. Times are ms since 1970.

    `seen` is its last sign of life, 0 where it has said that it is lost; `lost` is when others noticed it.
    One that ended in good order has no row.
    """

    name = models.CharField(max_length=64, primary_key=True)
    seen = models.BigIntegerField()
    lost = models.BigIntegerField(null=True)
