"""Comparing articles: compact records of what each says, which belong together, and where they disagree."""
