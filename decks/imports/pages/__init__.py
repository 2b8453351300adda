"""What the pages of an import show and ask, and what people answer."""
from __future__ import unicode_literals
