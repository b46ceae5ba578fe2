"""Times llguidance: compiling a grammar, masks, accepting tokens.

    .venv-engines/bin/python tools/engines/time_llguidance.py llama3 grammar/diorama-core.lark programs.json
"""

from importlib.metadata import version

import llguidance
import llguidance.numpy
from timing import read_request, read_vocabulary, run

name, tokenizer_json, grammar, programs = read_request()
pieces, _, end = read_vocabulary(tokenizer_json)
tokenizer = llguidance.LLTokenizer(tokenizer_json, n_vocab=len(pieces), eos_token=end)
bitmask = llguidance.numpy.allocate_token_bitmask(1, len(pieces))


class Matcher:
    def __init__(self, compiled):
        self.inner = compiled.deep_copy()

    def mask(self):
        llguidance.numpy.fill_next_token_bitmask(self.inner, bitmask)

    def accept(self, token):
        return self.inner.try_consume_tokens([token]) == 1

    def ends(self):
        return self.inner.is_accepting()


def compile_grammar():
    matcher = llguidance.LLMatcher(tokenizer, llguidance.grammar_from("lark", grammar))
    if matcher.is_error():
        raise SystemExit(matcher.get_error())
    return matcher


run(f"llguidance {version('llguidance')}", name, programs, compile_grammar, Matcher)
