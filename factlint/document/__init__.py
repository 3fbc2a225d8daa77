"""Articles: front matter, headline, dateline, blocks and the publication date."""
