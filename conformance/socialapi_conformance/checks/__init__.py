"""The checks: one module per resource, and `across/` for what every operation promises."""
