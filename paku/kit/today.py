"""Today as the database sees it in Finland, for use inside a query."""

from django.db import models


class Today(models.Func):
    """`WHERE since <= today` without asking for today first: one clock, one statement."""

    template = "(statement_timestamp() AT TIME ZONE 'Europe/Helsinki')::date"
    output_field = models.DateField()
