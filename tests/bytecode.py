"""Python keeps what it compiles, whatever the environment says: hundreds of processes begin in the tests.

It lies in `__pycache__`, where pip has put that of the libraries: another place would have all of them compiled anew.
"""

import os
import sys

sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
