"""Times XGrammar: compiling a grammar, masks, accepting tokens.

    .venv-engines/bin/python tools/engines/time_xgrammar.py llama3 grammar/diorama-core.xgrammar.ebnf programs.json
"""

from importlib.metadata import version

import xgrammar
from timing import read_request, read_vocabulary, run

name, tokenizer_json, grammar, programs = read_request()
pieces, is_byte_level, end = read_vocabulary(tokenizer_json)
kind = xgrammar.VocabType.BYTE_LEVEL if is_byte_level else xgrammar.VocabType.BYTE_FALLBACK
info = xgrammar.TokenizerInfo(pieces, vocab_type=kind, stop_token_ids=[end])
bitmask = xgrammar.allocate_token_bitmask(1, info.vocab_size)


class Matcher:
    def __init__(self, compiled):
        self.inner = xgrammar.GrammarMatcher(compiled)

    def mask(self):
        self.inner.fill_next_token_bitmask(bitmask)

    def accept(self, token):
        return self.inner.accept_token(token)

    def ends(self):
        return self.inner.accept_token(end)


def compile_grammar():
    # One thread, so that the thread's clock counts all of it.
    compiler = xgrammar.GrammarCompiler(info, max_threads=1)
    return compiler.compile_grammar(xgrammar.Grammar.from_ebnf(grammar))


run(f"xgrammar {version('xgrammar')}", name, programs, compile_grammar, Matcher)
