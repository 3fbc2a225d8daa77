"""Formats of files: from bytes to the articles in them, each with the way back to its file."""
