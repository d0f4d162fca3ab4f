"""Words of saying and reporting, one table per language."""
