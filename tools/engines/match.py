"""Asks an engine whether a grammar has some texts, byte by byte.

    .venv-engines/bin/python tools/engines/match.py llguidance < request.json

The request is {"grammar": "…", "texts": ["…"]}; the answer a list with an entry for each text: {"ok": true}, or how many
bytes (llama.cpp: characters) were taken before the engine refused one. Engines: llguidance, xgrammar, llama.cpp.
"""

import ctypes
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def match_llguidance(grammar, texts):
    import llguidance

    tokenizer = llguidance.LLTokenizer("byte")
    matcher = llguidance.LLMatcher(tokenizer, llguidance.grammar_from("lark", grammar))
    if matcher.is_error():
        raise SystemExit(matcher.get_error())
    for text in texts:
        tokens = tokenizer.tokenize_bytes(text.encode())
        copy = matcher.deep_copy()
        taken = copy.try_consume_tokens(tokens)
        yield taken if taken < len(tokens) or not copy.is_accepting() else None


def match_xgrammar(grammar, texts):
    import xgrammar

    end = 256
    vocabulary = [bytes([byte]) for byte in range(end)] + [b"</s>"]
    info = xgrammar.TokenizerInfo(vocabulary, vocab_type=xgrammar.VocabType.RAW, stop_token_ids=[end])
    compiled = xgrammar.GrammarCompiler(info).compile_grammar(xgrammar.Grammar.from_ebnf(grammar))
    for text in texts:
        matcher = xgrammar.GrammarMatcher(compiled)
        tokens = [*text.encode(), end]
        yield next((at for at, token in enumerate(tokens) if not matcher.accept_token(token)), None)


def match_llama(grammar, texts):
    """llama.cpp's own parser and matcher of grammars: they need neither a model nor a vocabulary."""
    library = load_llama()
    init = library._Z23llama_grammar_init_implPK11llama_vocabPKcS3_bPS3_mPKim
    init.restype = ctypes.c_void_p
    init.argtypes = [
        *[ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_bool],
        *[ctypes.c_void_p, ctypes.c_size_t, ctypes.c_void_p, ctypes.c_size_t],
    ]
    accept = library._Z20llama_grammar_acceptP13llama_grammarj
    accept.argtypes = [ctypes.c_void_p, ctypes.c_uint32]
    get_stacks = library._Z24llama_grammar_get_stacksP13llama_grammar
    get_stacks.restype = ctypes.c_void_p
    get_stacks.argtypes = [ctypes.c_void_p]
    free = library._Z23llama_grammar_free_implP13llama_grammar
    free.argtypes = [ctypes.c_void_p]

    def stack_heights(handle):
        """A std::vector of std::vectors of pointers: none is a refusal, an empty one a possible end."""
        begin, end = (ctypes.c_uint64 * 2).from_address(get_stacks(handle))
        stacks = ((ctypes.c_uint64 * 2).from_address(begin + 24 * at) for at in range((end - begin) // 24))
        return [(last - first) // 8 for first, last in stacks]

    for text in texts:
        handle = init(None, grammar.encode(), b"root", False, None, 0, None, 0)
        if not handle:
            raise SystemExit("llama.cpp cannot read the grammar")
        refused = None
        for at, character in enumerate(text):
            accept(handle, ord(character))
            if not stack_heights(handle):
                refused = at
                break
        if refused is None and 0 not in stack_heights(handle):
            refused = len(text)
        free(handle)
        yield refused


def load_llama():
    folder = ROOT / ".cache/engines/node_modules/@node-llama-cpp/linux-x64/bins/linux-x64"
    # Each finds the one that it needs among those that are loaded already.
    for name in ["libggml-base.so", "libggml.v0.5.0.so"]:
        ctypes.CDLL(str(folder / name), mode=ctypes.RTLD_GLOBAL)
    return ctypes.CDLL(str(folder / "libllama.v0.5.0.so"))


ENGINES = {"llguidance": match_llguidance, "xgrammar": match_xgrammar, "llama.cpp": match_llama}

if __name__ == "__main__":
    request = json.load(sys.stdin)
    refusals = ENGINES[sys.argv[1]](request["grammar"], request["texts"])
    print(json.dumps([{"ok": True} if at is None else {"ok": False, "at": at} for at in refusals]))
