"""What the copy says, as typed claims; one extractor module per type."""
