"""A night stays until its letters have gone that call it off, also when its room is deleted."""
from __future__ import unicode_literals

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('invitations', '0009_letters_that_were_kept'),
    ]

    operations = [
        migrations.AlterField(
            model_name='gamenight',
            name='room',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL,
                                    related_name='nights', to='game.Room'),
        ),
    ]
