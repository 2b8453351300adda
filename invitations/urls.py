"""Addresses of the letter box: the host's page, the guest's links, and the way to stop all letters."""
from __future__ import unicode_literals

app_name = "invitations"

urlpatterns = []
