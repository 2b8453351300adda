"""Letters that were kept here for want of a mail server are told from those that were sent."""
from __future__ import unicode_literals

from django.db import migrations, models

from common.web import senders

HELP = "There was no mail server: `sent` is when it was put away here."


def mark_kept(apps, schema_editor):
    """A site without a mail server has sent nothing."""
    if senders.letters_leave():
        return
    for name in ("Invitation", "NightLetter"):
        apps.get_model("invitations", name).objects.filter(sent__isnull=False).update(kept=True)


class Migration(migrations.Migration):

    dependencies = [
        ('invitations', '0008_order_as_pasted'),
    ]

    operations = [
        migrations.AddField(
            model_name='invitation',
            name='kept',
            field=models.BooleanField(default=False, editable=False, help_text=HELP),
        ),
        migrations.AddField(
            model_name='nightletter',
            name='kept',
            field=models.BooleanField(default=False, editable=False, help_text=HELP),
        ),
        migrations.RunPython(mark_kept, lambda apps, schema_editor: None),
    ]
