"""How long each stage takes and what it costs, next to the plain tool on the same work."""
