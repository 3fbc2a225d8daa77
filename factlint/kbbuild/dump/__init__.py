"""Reading Wikidata's JSON dumps: as a stream, on all cores, and from where a killed run left off."""
