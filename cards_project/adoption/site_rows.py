"""The rows of sites: each needs a domain of its own by now, and one of them has to be ours (SITE_ID)."""
from __future__ import unicode_literals

from django.conf import settings
from django.contrib.sites.models import Site
from django.db import transaction

from common.storage import tables
from common.storage.tables import Found

TABLE = Site._meta.db_table


def look(pending):
    """Found."""
    ours, renamed = _needed()
    steps = ["%s: a row %d for this site, %s" % (TABLE, ours.pk, ours.domain)] if ours else []
    steps += ["%s: row %d becomes \"%s\", because another row has its domain" % (TABLE, pk, domain)
              for pk, domain in sorted(renamed.items())]
    return Found(steps)


def mend(pending):
    """Do what `look` said."""
    ours, renamed = _needed()
    with transaction.atomic():
        for pk, domain in renamed.items():
            Site.objects.filter(pk=pk).update(domain=domain)
        if ours:
            ours.save(force_insert=True)
    Site.objects.clear_cache()


def _needed():
    """(the Site that is missing or None, {id: new domain})."""
    sites = list(Site.objects.order_by("pk")) if TABLE in tables.names() else []
    sites.sort(key=lambda site: site.pk != settings.SITE_ID)
    ours = None
    if sites and sites[0].pk != settings.SITE_ID:
        ours = Site(pk=settings.SITE_ID, domain=sites[0].domain, name=sites[0].name)
        sites.insert(0, ours)
    domains, renamed = set(), {}
    for site in sites:
        if site.domain in domains:
            renamed[site.pk] = "%s (site %d)" % (site.domain[:80], site.pk)
        domains.add(site.domain)
    return ours, renamed
