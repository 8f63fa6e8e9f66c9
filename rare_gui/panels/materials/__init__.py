"""The list of materials: filters, order, search, watching and comparing."""
