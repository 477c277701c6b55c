"""What every stage shares: diagnostics, error types, text folding (standard library only)."""
