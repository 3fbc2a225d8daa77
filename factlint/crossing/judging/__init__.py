"""Where the records of two articles disagree, one module for each type of record."""
