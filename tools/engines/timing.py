"""What the timing scripts share: the tokenizers' bytes, the clock, the summary that is printed."""

import json
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

clock = time.thread_time_ns
"""CPU time of this thread: other work on the machine does not count."""


def read_request():
    """TOKENIZER GRAMMAR PROGRAMS: a folder of .cache/tokenizers, a grammar's file, and a JSON file of lists of ids."""
    tokenizer, grammar, programs = sys.argv[1:4]
    text = (ROOT / ".cache/tokenizers" / tokenizer / "tokenizer.json").read_text("utf8")
    return tokenizer, text, Path(grammar).read_text("utf8"), json.loads(Path(programs).read_text("utf8"))


def read_vocabulary(tokenizer_json):
    """The pieces in the order of their ids, whether they are spelled in bytes as GPT-2 does, and the id that ends a text."""
    tokenizer = json.loads(tokenizer_json)
    pieces = {index: piece for piece, index in tokenizer["model"]["vocab"].items()}
    pieces |= {token["id"]: token["content"] for token in tokenizer["added_tokens"]}
    names = ["<|end_of_text|>", "<|endoftext|>", "<eos>", "</s>"]
    end = next(token["id"] for name in names for token in tokenizer["added_tokens"] if token["content"] == name)
    size = max(pieces) + 1
    is_byte_level = "ByteLevel" in json.dumps([tokenizer.get("pre_tokenizer"), tokenizer.get("decoder")])
    return [pieces.get(index, f"<|unused {index}|>") for index in range(size)], is_byte_level, end


def summarize(nanoseconds):
    """Microseconds: the mean, three percentiles, and the longest."""
    ordered = sorted(nanoseconds)
    at = lambda part: round(ordered[min(len(ordered) - 1, int(part * len(ordered)))] / 1000, 2)
    mean = round(sum(ordered) / len(ordered) / 1000, 2)
    return {"n": len(ordered), "mean": mean, "p50": at(0.5), "p90": at(0.9), "p99": at(0.99), "max": at(1)}


def run(engine, tokenizer, programs, compile_grammar, start):
    """
    Prints the times of one engine as JSON. `compile_grammar()` gives what `start` makes a matcher of, with
    `mask()`, `accept(id)` and `ends()`. The first mask is counted from the start of compiling, and apart.
    """
    begin = clock()
    compiled = compile_grammar()
    compile_ms = (clock() - begin) / 1e6
    matcher = start(compiled)
    matcher.mask()
    first_ms = (clock() - begin) / 1e6
    masks, accepts, refused = [], [], []
    for index, program in enumerate(programs):
        matcher = start(compiled)
        for token in program:
            before = clock()
            matcher.mask()
            between = clock()
            taken = matcher.accept(token)
            after = clock()
            masks.append(between - before)
            accepts.append(after - between)
            if not taken:
                break
        if not (taken and matcher.ends()):
            refused.append(index)
    print(
        json.dumps(
            {
                "engine": engine,
                "tokenizer": tokenizer,
                "compileMs": round(compile_ms, 2),
                "firstMaskMs": round(first_ms, 2),
                "maskUs": summarize(masks),
                "acceptUs": summarize(accepts),
                "refused": refused,
            }
        )
    )
