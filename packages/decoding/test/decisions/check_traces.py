"""Replays traces of decisions from grammar/decisions.json alone, and asserts that every mask and text agrees.

    python3 check_traces.py DECISIONS.json TRACE.json ...

It is also the shortest complete reader of the table: states, masks, budgets, values, text. Standard library only.
"""

import json
import math
import re
import sys

LABEL = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
ASSET_ID = re.compile(r"([a-z][a-z0-9_-]*)/[a-z0-9][a-z0-9_-]*(#(0|[1-9][0-9]*))?\Z")


class Table:
    """The table, with what follows from it."""

    def __init__(self, document, without=()):
        self.choices = document["choices"]
        self.ids = {choice["name"]: index for index, choice in enumerate(self.choices)}
        self.slots = {slot["name"]: slot for slot in document["slots"]}
        self.end = next(i for i, state in enumerate(document["states"]) if state["least"] == 0)
        self.states = [
            {**state, "transitions": [one for one in state["transitions"] if one["choice"] not in without]}
            for state in document["states"]
        ]
        self.reserved = set(document["reserved"])
        if without:
            self.least = self.shortest(lambda choice: True)
            self.least_at_limit = self.shortest(lambda choice: not choice.get("counts"))
        else:
            self.least = [state["least"] for state in self.states]
            self.least_at_limit = [state.get("leastAtLimit", math.inf) for state in self.states]

    def choice(self, name):
        return self.choices[self.ids[name]]

    def transitions(self, at):
        """What a state offers, that of the states which it falls through to included."""
        while at is not None:
            yield from self.states[at]["transitions"]
            at = self.states[at].get("otherwise")

    def shortest(self, may):
        """Distances to the end, by relaxing until nothing changes."""
        least = [0 if at == self.end else math.inf for at in range(len(self.states))]
        changed = True
        while changed:
            changed = False
            for at, state in enumerate(self.states):
                ways = [1 + least[one["to"]] for one in state["transitions"] if may(self.choice(one["choice"]))]
                if "otherwise" in state:
                    ways.append(least[state["otherwise"]])
                found = min([least[at], *ways])
                if found != least[at]:
                    least[at] = found
                    changed = True
        return least


class State:
    """What is known of a program so far. Changes as decisions are taken."""

    def __init__(self, table, catalog=None, objects=math.inf, budget=math.inf):
        self.table, self.catalog, self.objects, self.budget = table, catalog, objects, budget
        self.at, self.kind, self.numbers, self.embeddings, self.labels = 0, "", {}, None, set()

    def least(self, to, objects):
        return (self.table.least if objects > 0 else self.table.least_at_limit)[to]

    def is_open(self, one):
        counts = self.table.choice(one["choice"]).get("counts", False)
        if counts and self.objects == 0:
            return False
        least = 1 + self.least(one["to"], self.objects - counts)
        if math.isinf(least) or least > self.budget:
            return False
        slot = self.table.slots.get(one.get("slot"))
        if slot is None:
            return True
        if slot["kind"] == "row":
            return self.embeddings is not None
        if slot["kind"] != "text" or self.catalog is None:
            return True
        if slot["form"] == "image":
            return len(self.catalog["images"]) > 0
        if slot["form"] == "safetensors":
            return len(self.catalog["embeddings"]) > 0
        return slot["form"] != "asset-id" or len(self.asset_ids()) > 0

    def asset_ids(self):
        assets = self.catalog["assets"]
        return [name for ids in assets.values() for name in ids] if self.kind == "object" else assets[self.kind]

    def slot(self, one):
        """What a transition carries, narrowed by what was decided and what is known."""
        slot = self.table.slots.get(one.get("slot"))
        if slot is None:
            return None
        if slot["kind"] == "number":
            bounds = dict(slot["range"])
            for name in one.get("above", []):
                if name in self.numbers and bounds.get("min", -math.inf) <= self.numbers[name]:
                    bounds.update(min=self.numbers[name], minExclusive=True)
            for name in one.get("below", []):
                if name in self.numbers and self.numbers[name] <= bounds.get("max", math.inf):
                    bounds.update(max=self.numbers[name], maxExclusive=True)
            return slot if bounds == slot["range"] else {**slot, "range": bounds}
        if slot["kind"] == "row" and self.catalog is not None:
            return {**slot, "rows": self.catalog["embeddings"][self.embeddings]}
        if slot["kind"] != "text":
            return slot
        known = {}
        if slot["form"] == "asset-id" and self.kind != "object":
            known["assetClass"] = self.kind
        if self.catalog is not None:
            if slot["form"] == "asset-id":
                known["choices"] = self.asset_ids()
            elif slot["form"] == "safetensors":
                known["choices"] = list(self.catalog["embeddings"])
            elif slot["form"] == "image":
                known["choices"] = self.catalog["images"]
        return {**slot, **known}

    def offers(self):
        """The transitions that may be taken, by the id of their choice."""
        found = {self.table.ids[one["choice"]]: one for one in self.table.transitions(self.at) if self.is_open(one)}
        return dict(sorted(found.items()))

    def admits(self, slot, value):
        if slot["kind"] == "number":
            return is_number(slot, value)
        if slot["kind"] == "rotation":
            parts = slot["components"]
            fits = len(value) == len(parts) and all(map(is_number, parts, value))
            return fits and not (slot["nonzero"] and not any(value))
        if slot["kind"] == "row":
            return isinstance(value, int) and 0 <= value < slot.get("rows", math.inf)
        if slot["kind"] == "color":
            return re.fullmatch("#[0-9a-f]{6}", value) is not None
        if slot["form"] == "label":
            taken = value in self.labels or value in self.table.reserved
            return LABEL.match(value) is not None and not taken
        if slot["form"] == "asset-id":
            fits = ASSET_ID.match(value) is not None
            fits = fits and slot.get("assetClass", value.split("/")[0]) == value.split("/")[0]
            return fits and ("choices" not in slot or value.split("#")[0] in slot["choices"])
        if "choices" in slot:
            return value in slot["choices"]
        return not slot["nonEmpty"] or value.strip() != ""

    def take(self, decision):
        one = self.offers()[self.table.ids[decision["choice"]]]
        slot, value = self.slot(one), decision.get("value")
        assert self.admits(slot, value) if slot is not None else value is None, decision
        choice = self.table.choice(decision["choice"])
        if choice["role"] == "kind":
            self.kind, self.numbers = choice["name"], {}
            self.objects -= choice.get("counts", False)
        elif choice["role"] == "label":
            self.labels.add(value)
        elif slot is not None and slot["kind"] == "text" and slot["form"] == "safetensors":
            self.embeddings = value
        elif isinstance(value, (int, float)):
            self.numbers[choice["name"]] = value
        self.at = one["to"]
        self.budget -= 1
        return one


def is_number(slot, value):
    if not isinstance(value, (int, float)) or not math.isfinite(value):
        return False
    bounds = slot["range"]
    low, high = bounds.get("min", -math.inf), bounds.get("max", math.inf)
    above = low < value if bounds.get("minExclusive") else low <= value
    below = value < high if bounds.get("maxExclusive") else value <= high
    return above and below and (slot["type"] != "integer" or value == int(value))


def decimal(number):
    """The shortest decimal that reads back as the same number, as the language writes it (as JavaScript does, but `1e21`)."""
    number = float(number)
    if number == 0:
        return "0"
    sign = "-" if number < 0 else ""
    digits, exponent = f"{abs(number)!r}".lower(), 0
    if "e" in digits:
        digits, power = digits.split("e")
        exponent = int(power)
    whole, _, fraction = digits.partition(".")
    fraction = "" if fraction == "0" else fraction
    point = len(whole) + exponent
    figures = whole + fraction
    stripped = figures.lstrip("0")
    point -= len(figures) - len(stripped)
    figures = stripped.rstrip("0")
    if 0 < point <= 21:
        if len(figures) <= point:
            return sign + figures.ljust(point, "0")
        return f"{sign}{figures[:point]}.{figures[point:]}"
    if -6 < point <= 0:
        return f"{sign}0.{'0' * -point}{figures}"
    rest = f".{figures[1:]}" if len(figures) > 1 else ""
    return f"{sign}{figures[0]}{rest}e{point - 1}"


def spell(slot, value):
    if value is None:
        return []
    if isinstance(value, (int, float)):
        return [decimal(value)]
    if isinstance(value, list):
        return [decimal(part) for part in value]
    return [json.dumps(value, ensure_ascii=False)] if slot["kind"] == "text" and slot["form"] != "label" else [value]


def join(pieces, values):
    return "".join(piece + (values[index] if index < len(values) else "") for index, piece in enumerate(pieces))


class Writer:
    """Puts the text together: one item a line."""

    def __init__(self, table):
        self.table, self.lines = table, []
        self.begin()

    def begin(self):
        self.head, self.kind, self.annotated, self.fields, self.open, self.may_end = "", "", False, [], None, False

    def add(self, one, decision):
        choice = self.table.choice(decision["choice"])
        if self.kind and choice["role"] in ("end", "annotation", "kind"):
            if self.fields or self.annotated or self.may_end:
                self.lines.append(f"{self.head} {{ {', '.join(self.fields)} }}\n" if self.fields else f"{self.head} {{}}\n")
            self.begin()
        slot = self.table.slots.get(one.get("slot"))
        values = spell(slot, decision.get("value"))
        if choice["role"] == "kind":
            self.kind = choice["name"]
            self.may_end = any(other["choice"] == "end" for other in self.table.transitions(one["to"]))
        if choice["role"] in ("annotation", "kind", "label"):
            self.annotated = self.annotated or choice["role"] == "annotation"
            self.head += join(choice["pieces"], values)
            return
        if choice["role"] == "property":
            omitted = [text for value in one.get("omitted", []) for text in spell(slot, value)]
            self.open = (choice["pieces"], omitted, [])
        if self.open is None:
            return
        pieces, omitted, found = self.open
        found.extend(values)
        if len(found) < len(pieces) - 1:
            return
        if not omitted or found != omitted:
            self.fields.append(join(pieces, found))
        self.open = None


def narrowing(table, one, slot):
    """What differs from the slot of the table, as traces have it."""
    if slot is None or slot == table.slots[one["slot"]]:
        return None
    keys = {"number": ["range"], "row": ["rows"], "text": ["choices", "assetClass"]}[slot["kind"]]
    return {key: slot[key] for key in keys if key in slot}


def check(document, trace):
    options = trace["options"]
    table = Table(document, options.get("without", ()))
    state = State(table, trace.get("catalog"), options.get("objects", math.inf), options.get("budget", math.inf))
    writer = Writer(table)
    for index, mask in enumerate(trace["masks"]):
        offers = state.offers()
        names = [table.choices[id]["name"] for id in offers]
        assert names == mask["choices"].split(), f"step {index}: {names}"
        slots = {table.choices[i]["name"]: narrowing(table, one, state.slot(one)) for i, one in offers.items()}
        narrowed = {name: slot for name, slot in slots.items() if slot is not None}
        assert narrowed == mask.get("narrowed", {}), f"step {index}: {narrowed}"
        if index < len(trace["decisions"]):
            decision = trace["decisions"][index]
            writer.add(state.take(decision), decision)
    assert state.at == table.end, "the program has not ended"
    assert "".join(writer.lines) == trace["program"], "".join(writer.lines)


def main(paths):
    with open(paths[0], encoding="utf-8") as file:
        document = json.load(file)
    steps = 0
    for path in paths[1:]:
        with open(path, encoding="utf-8") as file:
            trace = json.load(file)
        check(document, trace)
        steps += len(trace["masks"])
    print(f"{len(paths) - 1} traces, {steps} masks agree")


if __name__ == "__main__":
    main(sys.argv[1:])
