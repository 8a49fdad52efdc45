"""Tables that only grow: the database refuses change and removal, whoever asks through the application."""

from django.db.migrations import RunSQL

FUNCTION = RunSQL(
    """
    CREATE FUNCTION paku_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION '% only grows: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
    END $$
    """,
    "DROP FUNCTION paku_refuse_change()",
)


def append_only(table: str) -> RunSQL:
    """A migration operation: UPDATE, DELETE (each row) and TRUNCATE (the statement) raise on `table`."""
    return RunSQL(
        f"""
        CREATE TRIGGER {table}_only_grows BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION paku_refuse_change();
        CREATE TRIGGER {table}_is_never_emptied BEFORE TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION paku_refuse_change();
        """,
        f"DROP TRIGGER {table}_only_grows ON {table}; DROP TRIGGER {table}_is_never_emptied ON {table}",
    )
