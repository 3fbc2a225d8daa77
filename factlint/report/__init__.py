"""Reports: what was found, for people, programs and editors."""
