"""The knowledge base: what is known about people, offices, places and elections, and when it held."""
