"""Refreshing a snapshot from Wikidata: SPARQL and entity data in, a new snapshot out."""
