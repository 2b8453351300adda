"""Letters that tell what has changed beside the date of a night."""
from __future__ import unicode_literals

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('invitations', '0010_nights_outlive_rooms'),
    ]

    operations = [
        migrations.AlterField(
            model_name='nightletter',
            name='kind',
            field=models.CharField(choices=[('night', 'set or moved'), ('cancelled', 'called off'), ('reminder', 'reminder'), ('withdrawn', 'not invited any more'), ('ask', 'are you coming?'), ('message', 'message'), ('changed', 'changed')], max_length=9),
        ),
        migrations.AlterField(
            model_name='notice',
            name='kind',
            field=models.CharField(choices=[('ask', 'are you coming?'), ('message', 'message'), ('changed', 'changed')], max_length=7),
        ),
    ]
