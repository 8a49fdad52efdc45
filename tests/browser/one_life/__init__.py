"""The chapters of one client's life, each walked through the pages as people walk: by the links that they offer."""
