"""What may be a password."""
