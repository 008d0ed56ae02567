"""The gate: how each finding stands with those who decide. A report and their decisions in, a report out."""
