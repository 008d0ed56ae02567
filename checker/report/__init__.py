"""Reports: one module for each form, all from the same `checker.model.Report`."""
