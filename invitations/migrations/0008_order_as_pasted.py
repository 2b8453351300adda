"""Guests are listed by the press that invited them, and then in the order in which they were pasted."""
from __future__ import unicode_literals

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('invitations', '0007_canonical_addresses'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='invitation',
            options={'ordering': ('-created', 'pk')},
        ),
        migrations.AlterField(
            model_name='invitation',
            name='created',
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
        migrations.AlterField(
            model_name='nightletter',
            name='created',
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
    ]
