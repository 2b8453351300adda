"""Processes that hold sockets, where Redis joins several."""
from __future__ import unicode_literals

from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name='ServerProcess',
            fields=[
                ('name', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('seen', models.BigIntegerField()),
                ('lost', models.BigIntegerField(null=True)),
            ],
        ),
    ]
