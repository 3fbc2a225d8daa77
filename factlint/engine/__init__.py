"""Running rules over articles: registry, configuration, selection, suppression, run."""
