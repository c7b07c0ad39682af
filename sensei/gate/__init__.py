"""The gate: shows of every lesson that its koan rejects wrong answers."""
