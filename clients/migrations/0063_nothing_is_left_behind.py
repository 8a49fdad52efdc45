"""What is written to a file while it is being merged lands in the surviving one; what only grows may change its file.

Whoever writes a row of a client looks at that client's own row and waits there for a merge under way.
`paku_lead_to_survivors()` is asked after every migration, so that a table of a later day is led too.
"""

from django.db import migrations

TO_THE_SURVIVOR = """
CREATE FUNCTION paku_to_the_survivor() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  survivor bigint := (SELECT c.merged_into_id FROM clients_client c WHERE c.id = NEW.client_id FOR KEY SHARE);
BEGIN
  IF survivor IS NOT NULL THEN
    NEW.client_id := survivor;
    PERFORM set_config('paku.reach_of', '', true);
  END IF;
  RETURN NEW;
END
$$"""
LEAD = """
CREATE FUNCTION paku_lead_to_survivors() RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  h record;
BEGIN
  FOR h IN SELECT g.rel FROM paku_hanging() g WHERE g.col = 'client_id' AND NOT EXISTS (
      SELECT 1 FROM pg_trigger t WHERE t.tgrelid = g.rel::regclass AND t.tgname = 'to_the_survivor') LOOP
    EXECUTE format('CREATE TRIGGER to_the_survivor BEFORE INSERT ON %s FOR EACH ROW'
      ' EXECUTE FUNCTION paku_to_the_survivor()', h.rel);
  END LOOP;
END
$$"""
ALONE = """
DO $$ DECLARE t regclass; BEGIN
  FOR t IN SELECT tgrelid::regclass FROM pg_trigger WHERE tgname = 'to_the_survivor' LOOP
    EXECUTE format('DROP TRIGGER to_the_survivor ON %s', t);
  END LOOP;
END $$
"""
REFUSE = """
CREATE OR REPLACE FUNCTION paku_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    {}
    RAISE EXCEPTION '% only grows: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$
"""
# the owner's own function moves it, and nothing else of it changes
MOVED = """IF TG_LEVEL = 'ROW' AND TG_OP = 'UPDATE' AND to_jsonb(OLD) ? 'client_id'
      AND to_jsonb(OLD) - 'client_id' = to_jsonb(NEW) - 'client_id'
      AND current_user = (SELECT pg_get_userbyid(c.relowner) FROM pg_class c WHERE c.oid = TG_RELID) THEN
      RETURN NEW;
    END IF;"""


class Migration(migrations.Migration):
    dependencies = [("clients", "0062_moving_rows")]
    operations = [
        migrations.RunSQL(TO_THE_SURVIVOR, "DROP FUNCTION paku_to_the_survivor()"),
        migrations.RunSQL(LEAD, "DROP FUNCTION paku_lead_to_survivors()"),
        migrations.RunSQL("SELECT paku_lead_to_survivors()", ALONE),
        migrations.RunSQL(REFUSE.format(MOVED), REFUSE.format("")),
    ]
