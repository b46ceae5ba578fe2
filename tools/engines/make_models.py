# Turns weights into language models to try adapters with: `make_models.py OUT TOKENIZER [SMOLLM2_GGUF]`.
#
# OUT/random: two layers of random weights with the tokenizer of a tokenizer.json, as a folder in the layout of Hugging
# Face (onnx/model.onnx) and as random.gguf. OUT/smollm2: the same folder of the trained weights of a GGUF file.
import json
import sys
from pathlib import Path
from typing import NamedTuple

import gguf
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

POSITIONS = 4096
"""The longest text that a folder's model reads, in tokens."""


class Shape(NamedTuple):
    """The sizes of a model of the architecture of Llama."""

    layers: int
    hidden: int
    inner: int
    heads: int
    shared_heads: int
    vocabulary: int
    base: float
    epsilon: float


# The graph


class Graph:
    """Nodes in the order in which they are run, and their constants."""

    def __init__(self):
        self.nodes, self.constants, self.count = [], [], 0

    def add(self, operator, *inputs, outputs=None, **attributes):
        """Adds a node; gives the name of its output."""
        self.count += 1
        outputs = outputs or [f"v{self.count}"]
        self.nodes.append(helper.make_node(operator, list(inputs), outputs, **attributes))
        return outputs[0]

    def constant(self, value):
        self.count += 1
        name = f"c{self.count}"
        self.constants.append(numpy_helper.from_array(np.asarray(value), name))
        return name

    def integers(self, *values):
        return self.constant(np.array(values, np.int64))


def make_onnx(shape, weights):
    """A decoder of the usual inputs and outputs: ids, mask, positions and caches in; logits and caches out."""
    graph = Graph()
    size = shape.hidden // shape.heads
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", length])
        for name, length in [("input_ids", "new"), ("attention_mask", "all"), ("position_ids", "new")]
    ]
    outputs = [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", "new", shape.vocabulary])]
    frequencies = shape.base ** (-np.arange(0, size, 2) / size)
    angles = np.arange(POSITIONS)[:, None] * frequencies[None, :]
    cosines, sines = (
        graph.add("Unsqueeze", graph.add("Gather", graph.constant(table.astype(np.float32)), "position_ids"), graph.integers(1))
        for table in (np.cos(angles), np.sin(angles))
    )
    bias = mask_bias(graph)
    embeddings = graph.constant(weights["embeddings"])
    state = graph.add("Gather", embeddings, "input_ids")
    for layer in range(shape.layers):
        of = lambda name: weights[f"{layer}.{name}"]
        cache = [f"past_key_values.{layer}.key", f"past_key_values.{layer}.value"]
        present = [f"present.{layer}.key", f"present.{layer}.value"]
        for name in cache:
            inputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", shape.shared_heads, "past", size]))
        for name in present:
            outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", shape.shared_heads, "all", size]))
        normed = normalise(graph, state, of("attention_norm"), shape.epsilon)
        query, key, value = (
            split_heads(graph, graph.add("MatMul", normed, graph.constant(of(name).T.copy())), count, size)
            for name, count in [("query", shape.heads), ("key", shape.shared_heads), ("value", shape.shared_heads)]
        )
        query, key = turn(graph, query, cosines, sines, size), turn(graph, key, cosines, sines, size)
        keys = graph.add("Concat", cache[0], key, outputs=[present[0]], axis=2)
        values = graph.add("Concat", cache[1], value, outputs=[present[1]], axis=2)
        keys, values = (share(graph, each, shape) for each in (keys, values))
        scores = graph.add("MatMul", query, graph.add("Transpose", keys, perm=[0, 1, 3, 2]))
        scores = graph.add("Mul", scores, graph.constant(np.float32(size**-0.5)))
        shares = graph.add("Softmax", graph.add("Add", scores, bias), axis=-1)
        joined = graph.add("Transpose", graph.add("MatMul", shares, values), perm=[0, 2, 1, 3])
        joined = graph.add("Reshape", joined, graph.integers(0, 0, shape.hidden))
        state = graph.add("Add", state, graph.add("MatMul", joined, graph.constant(of("output").T.copy())))
        normed = normalise(graph, state, of("inner_norm"), shape.epsilon)
        gate = graph.add("MatMul", normed, graph.constant(of("gate").T.copy()))
        inner = graph.add("Mul", gate, graph.add("Sigmoid", gate))
        inner = graph.add("Mul", inner, graph.add("MatMul", normed, graph.constant(of("up").T.copy())))
        state = graph.add("Add", state, graph.add("MatMul", inner, graph.constant(of("down").T.copy())))
    normed = normalise(graph, state, weights["norm"], shape.epsilon)
    graph.add("MatMul", normed, graph.add("Transpose", embeddings, perm=[1, 0]), outputs=["logits"])
    made = helper.make_graph(graph.nodes, "decoder", inputs, outputs, graph.constants)
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)


def mask_bias(graph):
    """What is added to the scores: a token sees itself, those before it, and no padding."""
    last = lambda name: graph.add("Gather", graph.add("Shape", name), graph.integers(1))
    all_tokens, new = last("attention_mask"), last("input_ids")
    one = graph.constant(np.int64(1))
    scalar = lambda name: graph.add("Squeeze", name)
    columns = graph.add("Range", graph.constant(np.int64(0)), scalar(all_tokens), one)
    rows = graph.add("Range", scalar(graph.add("Sub", all_tokens, new)), scalar(all_tokens), one)
    seen = graph.add("LessOrEqual", columns, graph.add("Unsqueeze", rows, graph.integers(1)))
    kept = graph.add("Unsqueeze", graph.add("Cast", "attention_mask", to=TensorProto.BOOL), graph.integers(1, 2))
    allowed = graph.add("And", graph.add("Unsqueeze", seen, graph.integers(0, 1)), kept)
    return graph.add("Where", allowed, graph.constant(np.float32(0)), graph.constant(np.float32(-1e9)))


def normalise(graph, state, weight, epsilon):
    square = graph.add("ReduceMean", graph.add("Mul", state, state), axes=[-1])
    root = graph.add("Sqrt", graph.add("Add", square, graph.constant(np.float32(epsilon))))
    return graph.add("Mul", graph.add("Div", state, root), graph.constant(weight))


def split_heads(graph, state, count, size):
    heads = graph.add("Reshape", state, graph.integers(0, 0, count, size))
    return graph.add("Transpose", heads, perm=[0, 2, 1, 3])


def turn(graph, state, cosines, sines, size):
    """Rotary positions: of each head the first half and the second one are turned together."""
    half = size // 2
    first = graph.add("Slice", state, graph.integers(0), graph.integers(half), graph.integers(3))
    second = graph.add("Slice", state, graph.integers(half), graph.integers(size), graph.integers(3))
    times = lambda a, b: graph.add("Mul", a, b)
    real = graph.add("Sub", times(first, cosines), times(second, sines))
    imaginary = graph.add("Add", times(second, cosines), times(first, sines))
    return graph.add("Concat", real, imaginary, axis=3)


def share(graph, state, shape):
    """Each head of keys and values is used by several of queries."""
    times = shape.heads // shape.shared_heads
    size = shape.hidden // shape.heads
    if times == 1:
        return state
    wide = graph.add("Concat", *[graph.add("Unsqueeze", state, graph.integers(2))] * times, axis=2)
    return graph.add("Reshape", wide, graph.integers(0, shape.heads, -1, size))


# Weights


def random_weights(shape, seed=1):
    draw = np.random.default_rng(seed)
    size = shape.hidden // shape.heads
    matrix = lambda rows, columns: draw.normal(0, columns**-0.5, (rows, columns)).astype(np.float32)
    weights = {"embeddings": 4 * matrix(shape.vocabulary, shape.hidden), "norm": np.ones(shape.hidden, np.float32)}
    for layer in range(shape.layers):
        for name in ("attention_norm", "inner_norm"):
            weights[f"{layer}.{name}"] = np.ones(shape.hidden, np.float32)
        for name, rows, columns in [
            ("query", shape.hidden, shape.hidden),
            ("key", shape.shared_heads * size, shape.hidden),
            ("value", shape.shared_heads * size, shape.hidden),
            ("output", shape.hidden, shape.hidden),
            ("gate", shape.inner, shape.hidden),
            ("up", shape.inner, shape.hidden),
            ("down", shape.hidden, shape.inner),
        ]:
            weights[f"{layer}.{name}"] = matrix(rows, columns)
    return weights


GGUF_NAMES = {
    "attention_norm": "attn_norm",
    "query": "attn_q",
    "key": "attn_k",
    "value": "attn_v",
    "output": "attn_output",
    "inner_norm": "ffn_norm",
    "gate": "ffn_gate",
    "up": "ffn_up",
    "down": "ffn_down",
}


def interleave(weight, heads):
    """From halves that are turned together to neighbours that are, as llama.cpp has it."""
    rows, columns = weight.shape
    return weight.reshape(heads, 2, rows // heads // 2, columns).swapaxes(1, 2).reshape(rows, columns)


def separate(weight, heads):
    """The other way round."""
    rows, columns = weight.shape
    return weight.reshape(heads, rows // heads // 2, 2, columns).swapaxes(1, 2).reshape(rows, columns)


def heads_of(name, shape):
    return {"query": shape.heads, "key": shape.shared_heads}.get(name)


# Files


def write_folder(folder, shape, weights, tokenizer, config, end):
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    onnx.save(make_onnx(shape, weights), folder / "onnx/model.onnx")
    write = lambda name, value: (folder / name).write_text(json.dumps(value, ensure_ascii=False))
    write("tokenizer.json", tokenizer)
    write("tokenizer_config.json", config)
    write("generation_config.json", {"eos_token_id": end})
    write(
        "config.json",
        {
            "model_type": "llama",
            "architectures": ["LlamaForCausalLM"],
            "hidden_size": shape.hidden,
            "num_hidden_layers": shape.layers,
            "num_attention_heads": shape.heads,
            "num_key_value_heads": shape.shared_heads,
            "vocab_size": shape.vocabulary,
            "max_position_embeddings": POSITIONS,
            "eos_token_id": end,
            "transformers.js_config": {"dtype": "fp32"},
        },
    )


def write_gguf(path, shape, weights, tokenizer, end):
    writer = gguf.GGUFWriter(str(path), "llama")
    writer.add_context_length(POSITIONS)
    writer.add_embedding_length(shape.hidden)
    writer.add_block_count(shape.layers)
    writer.add_feed_forward_length(shape.inner)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(shape.shared_heads)
    writer.add_layer_norm_rms_eps(shape.epsilon)
    writer.add_rope_dimension_count(shape.hidden // shape.heads)
    writer.add_rope_freq_base(shape.base)
    writer.add_vocab_size(shape.vocabulary)
    names = {id: name for name, id in tokenizer["model"]["vocab"].items()}
    special = {token["id"]: token["content"] for token in tokenizer["added_tokens"]}
    names.update(special)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list([names[id] for id in range(shape.vocabulary)])
    kinds = gguf.TokenType
    writer.add_token_types([kinds.CONTROL if id in special else kinds.NORMAL for id in range(shape.vocabulary)])
    writer.add_token_merges([pair if isinstance(pair, str) else " ".join(pair) for pair in tokenizer["model"]["merges"]])
    writer.add_eos_token_id(end)
    writer.add_add_bos_token(False)
    writer.add_tensor("token_embd.weight", weights["embeddings"])
    writer.add_tensor("output_norm.weight", weights["norm"])
    for layer in range(shape.layers):
        for name, other in GGUF_NAMES.items():
            weight, heads = weights[f"{layer}.{name}"], heads_of(name, shape)
            writer.add_tensor(f"blk.{layer}.{other}.weight", weight if heads is None else interleave(weight, heads))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def read_gguf(path):
    """Shape, weights, and the tokenizer as the files of Hugging Face have it."""
    reader = gguf.GGUFReader(str(path))
    field = lambda name: reader.fields[name].contents()
    tensors = {tensor.name: tensor for tensor in reader.tensors}
    weight = lambda name: np.asarray(gguf.quants.dequantize(tensors[name].data, tensors[name].tensor_type), np.float32)
    tokens = field("tokenizer.ggml.tokens")
    shape = Shape(
        layers=field("llama.block_count"),
        hidden=field("llama.embedding_length"),
        inner=field("llama.feed_forward_length"),
        heads=field("llama.attention.head_count"),
        shared_heads=field("llama.attention.head_count_kv"),
        vocabulary=len(tokens),
        base=field("llama.rope.freq_base"),
        epsilon=field("llama.attention.layer_norm_rms_epsilon"),
    )
    weights = {"embeddings": weight("token_embd.weight"), "norm": weight("output_norm.weight")}
    for layer in range(shape.layers):
        for name, other in GGUF_NAMES.items():
            found, heads = weight(f"blk.{layer}.{other}.weight"), heads_of(name, shape)
            weights[f"{layer}.{name}"] = found if heads is None else separate(found, heads)
    special = [id for id, kind in enumerate(field("tokenizer.ggml.token_type")) if kind == gguf.TokenType.CONTROL]
    tokenizer = {
        "version": "1.0",
        "added_tokens": [
            {"id": id, "content": tokens[id], "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
            for id in special
        ],
        "normalizer": None,
        "pre_tokenizer": {
            "type": "Sequence",
            "pretokenizers": [
                {"type": "Digits", "individual_digits": True},
                {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True},
            ],
        },
        "post_processor": None,
        "decoder": {"type": "ByteLevel", "add_prefix_space": True, "trim_offsets": True, "use_regex": True},
        "model": {
            "type": "BPE",
            "vocab": {token: id for id, token in enumerate(tokens)},
            "merges": field("tokenizer.ggml.merges"),
        },
    }
    end = field("tokenizer.ggml.eos_token_id")
    config = {
        "tokenizer_class": "GPT2Tokenizer",
        "eos_token": tokens[end],
        "chat_template": field("tokenizer.chat_template"),
    }
    return shape, weights, tokenizer, config, end


def main(out, tokenizer_path, trained=None):
    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    tokenizer = json.loads(Path(tokenizer_path).read_text())
    end = next(token["id"] for token in tokenizer["added_tokens"] if token["content"] == "<|endoftext|>")
    ids = [*tokenizer["model"]["vocab"].values(), *(token["id"] for token in tokenizer["added_tokens"])]
    shape = Shape(2, 32, 64, 4, 2, max(ids) + 1, 10000.0, 1e-5)
    weights = random_weights(shape)
    config = {"tokenizer_class": "GPT2Tokenizer", "eos_token": "<|endoftext|>"}
    write_folder(out / "random", shape, weights, tokenizer, config, end)
    write_gguf(out / "random.gguf", shape, weights, tokenizer, end)
    if trained is not None:
        write_folder(out / "smollm2", *read_gguf(trained))


main(*sys.argv[1:])
