"""From a Wikidata JSON dump and its side tables to the text form."""
