"""Tests of the card cupboard."""
from __future__ import unicode_literals
