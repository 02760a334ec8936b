"""What web archives hold of the site, and fetching it from there."""
