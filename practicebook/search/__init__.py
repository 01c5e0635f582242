"""Finding practices: an index on disk, queries over it, similar practices, near-duplicates."""
