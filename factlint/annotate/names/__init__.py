"""Capitalised stretches of prose that may be names of people."""
