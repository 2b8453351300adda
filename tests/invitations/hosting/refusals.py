"""What the services of a host refuse."""
from __future__ import unicode_literals

import pytest

from invitations.hosting import services


def why_not(function, *args, **more):
    with pytest.raises(services.Refused) as refused:
        function(*args, **more)
    return refused.value
