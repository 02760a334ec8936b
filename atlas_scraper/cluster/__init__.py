"""Archives read on a cluster (Dask): cut into pieces, read where there is room, written in parts."""
