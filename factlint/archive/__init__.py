"""Claims of published articles in one SQLite file, indexed so that new copy can be compared with them."""
