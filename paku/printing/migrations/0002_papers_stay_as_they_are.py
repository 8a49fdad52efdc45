"""Serial numbers, and the database's own refusal to change or delete a paper."""

from django.db import migrations

FORWARD = """
CREATE SEQUENCE printing_paper_serial AS bigint;
CREATE FUNCTION printing_paper_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a paper that was given out is neither changed nor deleted' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER a_paper_stays_as_it_is BEFORE UPDATE OR DELETE ON printing_paper
    FOR EACH ROW EXECUTE FUNCTION printing_paper_stays();
ALTER TABLE printing_paper ALTER COLUMN pdf SET STORAGE EXTERNAL;
"""
BACKWARD = """
DROP TRIGGER a_paper_stays_as_it_is ON printing_paper;
DROP FUNCTION printing_paper_stays();
DROP SEQUENCE printing_paper_serial;
"""


class Migration(migrations.Migration):
    dependencies = [("printing", "0001_initial")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
