"""What stands in each guest's calendar, why a letter has failed, and what outlives the account of a host."""
from __future__ import unicode_literals

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

STOPPED = "They want no more letters from this site."


def remember(apps, schema_editor):
    """Letters that went out before: which date they told, and so what stands in their guests' calendars."""
    Invitation, Letter, Night = (apps.get_model("invitations", name)
                                 for name in ("Invitation", "NightLetter", "GameNight"))
    for night in Night.objects.order_by("pk").iterator():
        entry = {"in_calendar": night.starts, "calendar_number": night.sequence}
        guests = Invitation.objects.filter(night=night)
        guests.filter(sent__gt=night.created).update(**entry)
        letters = Letter.objects.filter(night=night)
        letters.update(starts=night.starts)
        guests.filter(pk__in=letters.filter(kind="night", sent__isnull=False).values("invitation")).update(**entry)
        guests.filter(pk__in=letters.filter(kind="cancelled", sent__isnull=False).values("invitation")).update(
            in_calendar=None)
    for model in (Invitation, Letter):
        model.objects.filter(failed__isnull=False, last_error=STOPPED).update(cause="stopped")


class Migration(migrations.Migration):

    dependencies = [
        ('invitations', '0002_small_letters'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='gamenight',
            name='quiet_changes',
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name='gamenight',
            name='reason',
            field=models.CharField(blank=True, default='', help_text='What the host says of the last new start.', max_length=300),
        ),
        migrations.AddField(
            model_name='invitation',
            name='calendar_number',
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name='invitation',
            name='cause',
            field=models.CharField(blank=True, choices=[('refused', 'the mail server takes no such letter'), ('unreached', 'every try has failed'), ('stopped', 'the guest wants no letters'), ('unwanted', 'something had changed meanwhile')], default='', editable=False, help_text='Why it has failed; last_error says it in words.', max_length=9),
        ),
        migrations.AddField(
            model_name='invitation',
            name='in_calendar',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='nightletter',
            name='cause',
            field=models.CharField(blank=True, choices=[('refused', 'the mail server takes no such letter'), ('unreached', 'every try has failed'), ('stopped', 'the guest wants no letters'), ('unwanted', 'something had changed meanwhile')], default='', editable=False, help_text='Why it has failed; last_error says it in words.', max_length=9),
        ),
        migrations.AddField(
            model_name='nightletter',
            name='starts',
            field=models.DateTimeField(editable=False, help_text='The start that this letter tells.', null=True),
        ),
        migrations.AlterField(
            model_name='gamenight',
            name='host',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='nights', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='invitation',
            name='sender',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='invitations', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='nightletter',
            name='kind',
            field=models.CharField(choices=[('night', 'set or moved'), ('cancelled', 'called off'), ('reminder', 'reminder'), ('withdrawn', 'not invited any more')], max_length=9),
        ),
        migrations.AlterField(
            model_name='nightletter',
            name='sequence',
            field=models.PositiveSmallIntegerField(help_text='The night\'s sequence that this letter tells about; of "withdrawn" the calendar\'s own.'),
        ),
        migrations.RunPython(remember, lambda apps, schema_editor: None),
    ]
