"""From the text form and the tables kept by hand to a snapshot; standard library only."""
