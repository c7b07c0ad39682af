"""The guide of torch-koans: it reads, judges, watches, times and reports."""
