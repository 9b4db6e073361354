"""The ways through the house: reading, building, imposing, checking."""
