"""A synthetic population of any size, written by COPY."""
