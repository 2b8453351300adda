"""What a game night is called, where it is, a word to all, and which start it was moved from."""
from __future__ import unicode_literals

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('invitations', '0003_what_guests_were_told'),
    ]

    operations = [
        migrations.AddField(
            model_name='gamenight',
            name='moved_from',
            field=models.DateTimeField(editable=False, help_text='The start before the last move.', null=True),
        ),
        migrations.AddField(
            model_name='gamenight',
            name='note',
            field=models.TextField(blank=True, default='', help_text='A word to all guests.', max_length=500),
        ),
        migrations.AddField(
            model_name='gamenight',
            name='place',
            field=models.CharField(blank=True, default='', help_text="Where people meet; without one it is the room's page.", max_length=200),
        ),
        migrations.AddField(
            model_name='gamenight',
            name='title',
            field=models.CharField(blank=True, default='', max_length=80),
        ),
    ]
