"""Entity linking: from a mention to an entity or NIL, with scored reasons."""
