"""What every room needs and no room owns: clean text, refusals, dates, pages. No tables."""
