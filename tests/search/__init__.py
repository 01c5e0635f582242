"""What the tests of search share."""
