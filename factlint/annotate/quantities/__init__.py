"""Quantities: numbers with their units, and how exactly they are meant."""

from __future__ import annotations

from factlint.annotate.quantities.layer import find_quantities, quantities
from factlint.annotate.quantities.model import Dimension, Hedge, NumberForm, Quantity, Unit

__all__ = ["Dimension", "Hedge", "NumberForm", "Quantity", "Unit", "find_quantities", "quantities"]
