"""Guests who bring somebody, and what hosts press for between a night's news: questions and messages."""
from __future__ import unicode_literals

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('invitations', '0004_a_night_says_where'),
    ]

    operations = [
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('ask', 'are you coming?'), ('message', 'message')], max_length=7)),
                ('text', models.TextField(blank=True, default='', max_length=1000)),
                ('created', models.DateTimeField(default=django.utils.timezone.now)),
                ('night', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='invitations.GameNight')),
            ],
        ),
        migrations.AddField(
            model_name='gamenight',
            name='plus_one',
            field=models.BooleanField(default=False, help_text='Whether guests may bring somebody.'),
        ),
        migrations.AddField(
            model_name='invitation',
            name='plus',
            field=models.BooleanField(default=False, editable=False, help_text='They come, and bring somebody.'),
        ),
        migrations.AddField(
            model_name='nightletter',
            name='notice',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='letters', to='invitations.Notice'),
        ),
        migrations.AlterField(
            model_name='nightletter',
            name='kind',
            field=models.CharField(choices=[('night', 'set or moved'), ('cancelled', 'called off'), ('reminder', 'reminder'), ('withdrawn', 'not invited any more'), ('ask', 'are you coming?'), ('message', 'message')], max_length=9),
        ),
        migrations.AlterField(
            model_name='nightletter',
            name='sequence',
            field=models.PositiveSmallIntegerField(help_text='The night\'s sequence that this letter tells about; of "withdrawn" the calendar\'s own, of notices their number.'),
        ),
    ]
