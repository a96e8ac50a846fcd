"""Who follows a municipality up, is its contact and nothing else."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("tilgang", "0010_leder"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="virksomhet",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="virksomhet",
            name="update_update",
        ),
        migrations.RemoveField(
            model_name="virksomhet",
            name="ansvarlig",
        ),
        migrations.RemoveField(
            model_name="virksomhethendelse",
            name="ansvarlig",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="virksomhet",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "tilgang_virksomhethendelse" ("aktiv", "id", "innbyggere", "innbyggere_per", "maalform", "maalform_status", "navn", "navn_andre", "nummer", "overordnet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "type") VALUES (NEW."aktiv", NEW."id", NEW."innbyggere", NEW."innbyggere_per", NEW."maalform", NEW."maalform_status", NEW."navn", NEW."navn_andre", NEW."nummer", NEW."overordnet_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."type"); RETURN NULL;',
                    hash="82970d7c890b4f58a59cdd3a9784c6e99791a2ef",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6f386",
                    table="tilgang_virksomhet",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="virksomhet",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "tilgang_virksomhethendelse" ("aktiv", "id", "innbyggere", "innbyggere_per", "maalform", "maalform_status", "navn", "navn_andre", "nummer", "overordnet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "type") VALUES (NEW."aktiv", NEW."id", NEW."innbyggere", NEW."innbyggere_per", NEW."maalform", NEW."maalform_status", NEW."navn", NEW."navn_andre", NEW."nummer", NEW."overordnet_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."type"); RETURN NULL;',
                    hash="fb59793b25b50a6c724ffe43c47a5321877bae77",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ee4c7",
                    table="tilgang_virksomhet",
                    when="AFTER",
                ),
            ),
        ),
    ]
