"""People in records: left out of public data, or on their own demand out of all data. See `docs/people.md`."""
