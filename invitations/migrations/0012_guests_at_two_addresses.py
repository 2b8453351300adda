"""A guest who is invited at two addresses counts once."""
from __future__ import unicode_literals

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('invitations', '0011_told_changes'),
    ]

    operations = [
        migrations.AddField(
            model_name='invitation',
            name='same_as',
            field=models.ForeignKey(editable=False, help_text="The same guest's invitation at another address, which counts for both.", null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='others', to='invitations.Invitation'),
        ),
    ]
