"""Letters with the link to a recap."""
from __future__ import unicode_literals

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('game', '0013_open_rooms'),
        ('invitations', '0012_guests_at_two_addresses'),
    ]

    operations = [
        migrations.CreateModel(
            name='RecapLetter',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created', models.DateTimeField(default=django.utils.timezone.now)),
                ('sent', models.DateTimeField(blank=True, editable=False, null=True)),
                ('kept', models.BooleanField(default=False, editable=False, help_text='There was no mail server: `sent` is when it was put away here.')),
                ('due', models.DateTimeField(db_index=True, default=django.utils.timezone.now, editable=False, null=True)),
                ('claimed', models.DateTimeField(editable=False, null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0, editable=False)),
                ('failed', models.DateTimeField(editable=False, null=True)),
                ('last_error', models.CharField(blank=True, default='', editable=False, max_length=300)),
                ('cause', models.CharField(blank=True, choices=[('refused', 'the mail server takes no such letter'), ('unreached', 'every try has failed'), ('stopped', 'the guest wants no letters'), ('unwanted', 'something had changed meanwhile')], default='', editable=False, help_text='Why it has failed; last_error says it in words.', max_length=9)),
                ('invitation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recap_letters', to='invitations.Invitation')),
                ('recap', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='letters', to='game.Recap')),
            ],
            options={
                'unique_together': {('invitation', 'recap')},
            },
        ),
    ]
