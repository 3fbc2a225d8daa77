"""Calendar facts that need no context: partial dates, month and weekday names."""
