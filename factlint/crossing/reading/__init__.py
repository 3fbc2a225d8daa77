"""From a live article to its digest, one module for each type of record."""
