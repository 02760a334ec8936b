"""French text into typed values: pure functions, shared by every room."""
