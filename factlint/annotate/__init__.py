"""Lazy layers over an article: each is computed once, when a rule first needs it."""
