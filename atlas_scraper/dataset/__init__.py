"""Records of many nights into one dataset: store, health, changes, publication."""
