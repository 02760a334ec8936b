"""The record of one partnership: its model, its issues and its JSON Schema."""
