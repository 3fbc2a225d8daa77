"""Source text with exact positions: nothing is shifted and nothing is lost."""
