"""Asking for a new password without being told which addresses have accounts.

For the old allauth; the new one does it.
"""
from __future__ import unicode_literals

from allauth.account.forms import ResetPasswordForm
from django import forms


class QuietResetPasswordForm(ResetPasswordForm):
    """Sends a letter where there is an account, and says the same where there is none."""

    def clean_email(self):
        try:
            return super(QuietResetPasswordForm, self).clean_email()
        except forms.ValidationError:
            return self.cleaned_data["email"]
