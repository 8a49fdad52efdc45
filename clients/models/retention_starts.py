"""From what the years of a person's rows are counted that this room knows, and what hangs on a person without a key."""

from paku.kit.retention import found_by, goes_along, start

start(
    "death",
    "(SELECT max(s.died_on) FROM clients_client s WHERE s.id = ANY (v_who))",
    "death",
)
found_by("printing.Paper", "t.client_ref = ANY (v_refs)")
goes_along("saving.Draft", "right(t.key, 36) = ANY (v_gone::text[])")
goes_along("saving.Takeover", "right(t.key, 36) = ANY (v_gone::text[])")
goes_along("reminders.Delivery", "t.reference = ANY (v_gone)")
