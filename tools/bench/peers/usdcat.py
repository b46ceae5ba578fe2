"""What `usdcat --flatten IN -o OUT` does; the package usd-core has OpenUSD's libraries without its commands."""
import sys

from pxr import Usd

stage = Usd.Stage.Open(sys.argv[1])
if stage is None:
    sys.exit(1)
stage.Flatten().Export(sys.argv[2])
