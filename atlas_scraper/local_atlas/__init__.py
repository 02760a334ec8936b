"""An atlas of our own on the loopback: a server with the habits of the site, and one with every fault of a network."""
