"""`manage.py check --tag email`: whether letters would arrive.

With --deploy it asks the mail server itself.
"""
from __future__ import unicode_literals

from django.conf import settings
from django.core.checks import Error as Wrong
from django.core.checks import Info, Warning, register

from common.web import senders
from invitations.mail import diagnostics, site_trouble

LOOK = 'After a change run "python manage.py check --tag email --deploy", or press "Send me a test letter" in the admin.'  # noqa: E501


@register("email")
def mail_settings(app_configs=None, **kwargs):
    """Warnings about the settings of a site that is deployed;
    at home letters in a folder are as they should be.
    """
    return _warnings(diagnostics.problems_of_settings()) if settings.DEPLOYED else []


@register("email", deploy=True)
def mail_server(app_configs=None, **kwargs):
    """The rest: the site's name in the database, and the mail server, which is really asked."""
    found = [] if settings.DEPLOYED else _warnings(diagnostics.problems_of_settings())
    found += _warnings(diagnostics.problems_of_site() + site_trouble.problems())
    if senders.letters_leave():
        try:
            found.append(Info(diagnostics.try_server(), id="invitations.I001"))
        except diagnostics.NoMailError as reason:
            found.append(Wrong("%s" % reason, hint=LOOK, id="invitations.E001"))
    return found


def _warnings(sentences):
    return [Warning(sentence, hint=LOOK, id="invitations.W001") for sentence in sentences]
