"""The access matrix (tests/data/access_matrix.json) against every endpoint that reaches its objects."""
