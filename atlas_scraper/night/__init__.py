"""A run: the site or an archive is asked, what comes is judged, and a release is published."""
