"""System checks of the environment: each wrong variable is named with what to do. Changes nothing."""
from __future__ import unicode_literals

from django.conf import settings
from django.core.checks import Error, register
from django.core.exceptions import ImproperlyConfigured


@register()
def environment(app_configs=None, **kwargs):
    """Return one Error for each variable that the settings could not use."""
    return [Error("%s is wrong: %s." % (name, advice), hint="Change it in the environment and start again.",
                  id="cards.E001")
            for name, advice in settings.ENVIRONMENT_PROBLEMS]


def refuse_wrong_environment():
    """Raise ImproperlyConfigured with every problem, for servers that run no checks by themselves."""
    errors = environment()
    if errors:
        raise ImproperlyConfigured(" ".join(error.msg for error in errors))
