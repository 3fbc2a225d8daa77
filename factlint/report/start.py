"""What ``factlint config init`` writes: settings that are only proposed begin with ``#`` and no space."""

START = """\
# factlint: what holds for the articles in this folder and below. Take away the # in front of what you want.
# All keys: docs/configuration.md; what they come to: factlint config show ARTICLE

# Which rules run: desk (the precise ones) or pedantic (all of them).
profile: desk

# Rules that are not wanted: codes, beginnings of codes, names or categories ("factlint rule" lists them).
#ignore: [FL302]

# error, warning, note or off, by rule or category.
#severity:
#  place: warning
#  house-spelling: note

# Names that are right as they are spelt, though a better-known person is spelt otherwise.
#accept:
#  - name: Anthony Blinken
#    reason: the town's baker
#    until: 2030-12-31

# Files and folders with rules in YAML, yours or some that ship, and files with facts: docs/own-rules.md
#rules:
#  - factlint:calendar
#facts: newsroom-facts.yml

# The publication date of articles that say none: none, today, or modified (the file's own time).
#publication-date: today

# What else holds for some articles; later entries win.
#overrides:
#  - paths: ["wire/**"]
#    ignore: [style]

# What is passed over when folders are searched, as in .gitignore.
#exclude:
#  - drafts/
"""
