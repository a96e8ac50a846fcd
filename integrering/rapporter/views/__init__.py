"""The pages of reports and evidence packs."""
