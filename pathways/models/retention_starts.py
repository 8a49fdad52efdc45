"""When a person's matter was closed: the end of the last of all their paths, none while any is open (decision 0030).

Of a file in which there never was a path, or from which it has gone already, the years run from the day of the file.
"""

from paku.kit.retention import found_by, start

start(
    "path_end",
    """(SELECT CASE WHEN o.is_open THEN NULL ELSE coalesce(o.ended_on, o.made_on) END FROM (SELECT
    EXISTS (SELECT 1 FROM pathways_pathway s WHERE s.client_id = ANY (v_who) AND s.ended_on IS NULL)
      OR EXISTS (SELECT 1 FROM clients_carerelationship s WHERE s.client_id = ANY (v_who) AND s.ended_on IS NULL)
      AS is_open,
    greatest((SELECT max(s.ended_on) FROM pathways_pathway s WHERE s.client_id = ANY (v_who)),
      (SELECT max(s.ended_on) FROM clients_carerelationship s WHERE s.client_id = ANY (v_who))) AS ended_on,
    (SELECT max(s.created_at)::date FROM clients_client s WHERE s.id = ANY (v_who)) AS made_on) o)""",
    "closing the matter",
    "its end",
    "end of its path",
)
found_by("pathways.Alarm", "t.client_ref = ANY (v_refs)")
