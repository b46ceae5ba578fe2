// The rules of the checker that `mutations.ts` breaks, one at a time.

/** A rule, and how it is broken: `from`, which its file of packages/checker/src has just once, becomes `to`. */
export interface Mutation {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export const MUTATIONS: readonly Mutation[] = [
  // Names.
  {
    name: 'a block may declare a value twice',
    file: 'check-items.ts',
    from: 'if (earlier !== undefined) return report(ctx, problems.duplicateName(place, name.text, earlier.place));',
    to: '',
  },
  {
    name: 'a file may declare a prefab twice',
    file: 'check-prefab.ts',
    from: 'if (earlier !== undefined) report(ctx, problems.duplicateName(place, text, earlier.place));\n  else ',
    to: '',
  },
  {
    name: 'a let may bear a word of an enumeration',
    file: 'check-items.ts',
    from: 'if (word !== undefined) report(ctx, problems.wordAsName(place, name.text, word.name));',
    to: '',
  },
  {
    name: 'a prefab may bear the name of a kind',
    file: 'check-prefab.ts',
    from: 'else if (findKind(text) !== undefined) report(ctx, problems.kindAsName(place, text));',
    to: '',
  },
  {
    name: 'a prefab may use itself',
    file: 'check-element.ts',
    from: 'report(ctx, problems.recursion(place, text, found.place));',
    to: '',
  },
  {
    name: 'a name that is declared below is merely unknown',
    file: 'check-name.ts',
    from: 'if (below === undefined) return false;',
    to: 'if (below !== undefined || below === undefined) return false;',
  },
  {
    name: 'what is used is unused all the same',
    file: 'look-up.ts',
    from: 'ctx.state.used.add(found);',
    to: '',
  },
  {
    name: 'an unused let of an inner block is not told',
    file: 'check-items.ts',
    from: 'state.diagnostics.push(problems.unusedLet(declaration.place, declaration.name));',
    to: '',
  },
  {
    name: 'a misspelling leaves its let unused',
    file: 'check-name.ts',
    from: 'if (nearest !== undefined) state.meant.add(nearest.text);',
    to: '',
  },
  // Types and dimensions.
  {
    name: 'lengths and angles can be added',
    file: 'check-operators.ts',
    from: 'const dimensions = type.dimensions & right.type.dimensions;',
    to: 'const dimensions = type.dimensions & right.type.dimensions || (type.dimensions & 6 && right.type.dimensions & 6 ? type.dimensions : 0);',
  },
  {
    name: 'lengths can be multiplied',
    file: 'check-operators.ts',
    from: "else if (operator === '*' && a === NUMBER_BIT) result |= b;",
    to: "else if (operator === '*') result |= b;",
  },
  {
    name: 'a length divided by a length is a length',
    file: 'check-operators.ts',
    from: "else if (operator === '/' && a === b) result |= NUMBER_BIT;",
    to: "else if (operator === '/' && a === b) result |= a;",
  },
  {
    name: 'a Number is an Integer',
    file: 'type.ts',
    from: "if (found.kind !== 'numeric' || (expected.integer && !found.integer)) return undefined;",
    to: "if (found.kind !== 'numeric') return undefined;",
  },
  {
    name: 'a division of whole numbers is a whole number',
    file: 'check-operators.ts',
    from: "const integer = link.operator === '*' && type.integer && right.type.integer;",
    to: 'const integer = type.integer && right.type.integer;',
  },
  {
    name: 'the items of a list may differ',
    file: 'check-expression.ts',
    from: 'if (joined === undefined || wanted !== of) {',
    to: 'if (joined === undefined && of.kind === type.kind) {',
  },
  {
    name: 'poison speaks again: a broken call has the type of its result',
    file: 'check-call.ts',
    from: "if (invalid || expressions.some(({ kind }) => kind === 'invalid')) return poison(ctx, node);",
    to: "if (invalid || expressions.some(({ kind }) => kind === 'invalid')) return { expression: poison(ctx, node).expression, type: resultType(signature.result, same, undefined) };",
  },
  {
    name: 'a draw of whole numbers is one',
    file: 'check-call.ts',
    from: "const result = random && of.kind === 'numeric' ? numeric(of.dimensions, false) : of;",
    to: 'const result = of;',
  },
  {
    name: 'texts can be ordered',
    file: 'check-operators.ts',
    from: "type.kind === 'numeric' || (equality && [",
    to: "type.kind === 'numeric' || ([",
  },
  {
    name: 'a color may have any number of digits',
    file: 'check-expression.ts',
    from: 'if (/^#[0-9a-fA-F]{6}$/.test(node.text))',
    to: 'if (/^#/.test(node.text))',
  },
  {
    name: 'a word out of place is told each time',
    file: 'check-name.ts',
    from: 'if (state.strayWord) return;',
    to: '',
  },
  // Points and frames.
  {
    name: 'frames are ignored',
    file: 'type.ts',
    from: 'return a !== undefined && b !== undefined && a !== b && a !== LOST && b !== LOST;',
    to: 'return false;',
  },
  {
    name: 'frames are ignored in lists',
    file: 'check-expression.ts',
    from: "if (found.kind === 'list' && expected.kind === 'list') return reportMixedFrames(ctx, node, found.of, expected.of);",
    to: '',
  },
  {
    name: 'two positions can be added',
    file: 'check-point-sum.ts',
    from: "[POSITION_BIT, VECTOR_BIT, POSITION_BIT],\n    [VECTOR_BIT, VECTOR_BIT, VECTOR_BIT],\n  ],\n  '-': [",
    to: "[POSITION_BIT, VECTOR_BIT, POSITION_BIT],\n    [POSITION_BIT, POSITION_BIT, POSITION_BIT],\n    [VECTOR_BIT, VECTOR_BIT, VECTOR_BIT],\n  ],\n  '-': [",
  },
  {
    name: 'a lifted point stays on the ground',
    file: 'evaluate.ts',
    from: "const ground = left.kind === 'position' && left.ground && right.kind === 'vector' && right.level;",
    to: "const ground = left.kind === 'position' && left.ground && right.kind === 'vector';",
  },
  {
    name: 'a prefab’s positions are of the frame of its use',
    file: 'check-element.ts',
    from: 'const expected = parameter?.variable.type ?? typeOf(',
    to: 'const expected = typeOf(',
  },
  {
    name: 'what a group holds stands in the frame outside of it',
    file: 'check-element.ts',
    from: 'enclose(ctx.scope, { activation, items, frame, inside:',
    to: 'enclose(ctx.scope, { activation, items, inside:',
  },
  {
    name: 'the branches of a value may be of two frames',
    file: 'check-expression.ts',
    from: "if (condition.kind === 'invalid' || reportMixedFrames(ctx, node.else, otherwise.type, then.type))",
    to: "if (condition.kind === 'invalid')",
  },
  {
    name: 'a distance may be between two frames',
    file: 'check-call.ts',
    from: 'if (pointFrame !== undefined && differ(pointFrame.frame, checked.type.frame)) {',
    to: 'if (pointFrame !== undefined && pointFrame.frame === undefined) {',
  },
  // Properties.
  {
    name: 'required properties may be left out',
    file: 'check-element.ts',
    from: 'if (missing.length > 0)\n    report(',
    to: 'if (missing.length > 99)\n    report(',
  },
  {
    name: '`at` is required inside of a group',
    file: 'check-element.ts',
    from: "(required === 'at-top-level' && ctx.scope.frame === WORLD)",
    to: "required === 'at-top-level'",
  },
  {
    name: 'alternatives may stand beside each other',
    file: 'check-element.ts',
    from: 'if (one === undefined || other === undefined) continue;',
    to: 'continue;',
  },
  {
    name: 'settings may be repeated',
    file: 'check-element.ts',
    from: 'if (earlier !== undefined) report(ctx, problems.repeatedSetting(place, definition.name, earlier));\n  else',
    to: '',
  },
  {
    name: 'settings may stand anywhere',
    file: 'check-element.ts',
    from: 'if (ctx.scope.inside !== undefined)\n    return report(',
    to: 'if (ctx.scope.inside === "nowhere")\n    return report(',
  },
  {
    name: 'a misspelt property is missing as well',
    file: 'check-element.ts',
    from: "given.push({ kind: 'field', name: { ...name, text: definition.name }, value, start: name.start, end: value.end });",
    to: '',
  },
  {
    name: '`view` is allowed under a frame',
    file: 'check-element.ts',
    from: "if (type.kind === 'view-position' && differ(ctx.scope.frame, WORLD)) {",
    to: "if (type.kind === 'view-position' && ctx.scope.frame === undefined) {",
  },
  {
    name: 'a repeated property is taken',
    file: 'check-element.ts',
    from: 'report(ctx, problems.repeatedProperty(place, text, placeOf(ctx, earlier), fixes));\n    return undefined;',
    to: '',
  },
  {
    name: 'what stands in the wrong braces lacks its place',
    file: 'check-element.ts',
    from: '({ code, primary }) => code !== problems.MISSING_PROPERTY || primary.start !== start,',
    to: '() => true,',
  },
  // Values.
  {
    name: 'an exclusive lower bound belongs to its range',
    file: 'inside.ts',
    from: 'minExclusive ? min < least : min <= least',
    to: 'min <= least',
  },
  {
    name: 'an inclusive upper bound does not belong to its range',
    file: 'inside.ts',
    from: 'maxExclusive ? most < max : most <= max',
    to: 'most < max',
  },
  {
    name: 'the least that a draw may be is not looked at',
    file: 'inside.ts',
    from: 'const [least, most] = [scalar.low(value), scalar.high(value)];',
    to: 'const [least, most] = [scalar.high(value), scalar.high(value)];',
  },
  {
    name: 'what is one of several is not looked at',
    file: 'satisfies.ts',
    from: 'return value.among?.every((possible) => satisfies(possible, type)) ?? true;',
    to: 'return true;',
  },
  {
    name: 'a divisor that may reach 0 is fine unless it is 0',
    file: 'evaluate.ts',
    from: 'if (scalar.low(right) <= 0 && 0 <= scalar.high(right)) {\n        run.fail?.(node.right.place',
    to: 'if (scalar.low(right) === 0 && 0 === scalar.high(right)) {\n        run.fail?.(node.right.place',
  },
  {
    name: 'an index may be that of the length',
    file: 'evaluate.ts',
    from: 'if (!(0 <= first && last < length)) {',
    to: 'if (!(0 <= first && last <= length)) {',
  },
  {
    name: 'a product’s interval takes two of its four corners',
    file: 'scalar.ts',
    from: 'return spread([low(a) * low(b), low(a) * high(b), high(a) * low(b), high(a) * high(b)]);',
    to: 'return spread([low(a) * low(b), high(a) * high(b)]);',
  },
  {
    name: 'a draw may give its upper bound',
    file: 'evaluate.ts',
    from: 'return drawn < to ? drawn : from;',
    to: 'return drawn;',
  },
  {
    name: 'only the first turn of a loop is run',
    file: 'run-items.ts',
    from: 'for (let turn = 0; turn < turns; turn += 1) this.#turn(',
    to: 'for (let turn = 0; turn < 1; turn += 1) this.#turn(',
  },
  {
    name: 'a prefab that nobody uses is not run',
    file: 'run-items.ts',
    from: 'for (const prefab of prefabs) new Runner(',
    to: 'for (const prefab of prefabs.slice(0, 0)) new Runner(',
  },
  {
    name: 'a loop that never turns is run',
    file: 'run-items.ts',
    from: 'if (turns === 0) return;',
    to: '',
  },
  {
    name: 'a scatter of nothing is run',
    file: 'run-items.ts',
    from: 'if (points > 0) this.#items(item.body, run, times * points);',
    to: 'this.#items(item.body, run, times * points);',
  },
  {
    name: 'the rest of a negative number is negative',
    file: 'evaluate-functions.ts',
    from: 'return rest !== 0 && rest < 0 !== divisor < 0 ? rest + divisor : rest;',
    to: 'return rest;',
  },
  {
    name: 'what is at most a bound is less than it',
    file: 'evaluate.ts',
    from: "case '<':\n      return always(b < c, a >= d);",
    to: "case '<':\n      return always(b <= c, a >= d);",
  },
  {
    name: 'a choice that a draw makes is its first',
    file: 'evaluate.ts',
    from: 'return either([evaluate(node.then, run), evaluate(node.else, run)]);',
    to: 'return evaluate(node.then, run);',
  },
  {
    name: 'a ring may have no width',
    file: 'evaluate-functions.ts',
    from: 'if (scalar.high(second) >= scalar.low(third)) run.fail',
    to: 'if (scalar.high(second) > scalar.low(third)) run.fail',
  },
  {
    name: 'what must be less may be equal',
    file: 'run-items.ts',
    from: 'scalar.high(low) < scalar.low(high)) continue;',
    to: 'scalar.high(low) <= scalar.low(high)) continue;',
  },
  {
    name: 'a sphere is as tall as its radius',
    file: 'run-items.ts',
    from: 'scalar.multiply(2, radius)',
    to: 'scalar.multiply(1, radius)',
  },
  // Limits.
  {
    name: 'loops are unrolled before they are counted',
    file: 'run-items.ts',
    from: 'if (total > this.#limits.instances) this.#exceed(',
    to: 'if (total > this.#limits.instances * 1e9) this.#exceed(',
  },
  {
    name: 'the branches of an `if` are not both counted',
    file: 'run-items.ts',
    from: 'this.instances = Math.max(this.instances, then.instances);',
    to: '',
  },
  {
    name: 'a prefab is run anew for equal arguments',
    file: 'run-items.ts',
    from: 'if (known !== undefined) return known;',
    to: '',
  },
  {
    name: 'the work of the branches of an `if` is not both counted',
    file: 'run-items.ts',
    from: 'this.work = Math.max(this.work, then.work);',
    to: '',
  },
  {
    name: 'a prefab costs what its first use did',
    file: 'run-items.ts',
    from: 'const key = JSON.stringify(locals);',
    to: "const key = '';",
  },
  {
    name: 'a range without its end has it all the same',
    file: 'count-turns.ts',
    from: 'values.inclusive ? last <= scalar.high(values.to) : last < scalar.high(values.to)',
    to: 'last <= scalar.high(values.to)',
  },
  // Files.
  {
    name: 'import cycles are followed for a while',
    file: 'check-imports.ts',
    from: 'return report(ctx, problems.importCycle(place, [...files.open.slice(cycle), file]));',
    to: 'return undefined;',
  },
  {
    name: 'a file’s mistakes are told as often as it is used',
    file: 'assemble.ts',
    from: 'if (known.has(key)) return;',
    to: '',
  },
  {
    name: 'what could not be brought is unknown as well',
    file: 'check-imports.ts',
    from: 'if (imported === undefined) {\n    for (const { name, alias } of node.names) declareBroken(ctx, alias ?? name);',
    to: 'if (imported === undefined) {',
  },
  {
    name: 'the elements of a used file are not told',
    file: 'check-imports.ts',
    from: 'if (value.hasElements) report(ctx, problems.ignoredElements(place, node.from.value));',
    to: '',
  },
  {
    name: 'what is brought may bear a name that is taken',
    file: 'check-imports.ts',
    from: 'if (earlier !== undefined) return report(ctx, problems.duplicateName(place, name.text, earlier.place));',
    to: '',
  },
  {
    name: 'the warnings of a used file are told',
    file: 'check-imports.ts',
    from: "if (diagnostic.severity === 'error' || diagnostic.code === problems.UNSOLVED_HOLE) report(ctx, diagnostic);",
    to: 'report(ctx, diagnostic);',
  },
  // Appearances.
  {
    name: 'an asset of another class will do',
    file: 'check-appearance.ts',
    from: "return kind === 'object' || classOf(id) === kind;",
    to: 'return true;',
  },
  {
    name: 'a row behind the last one is there',
    file: 'check-appearance.ts',
    from: 'scalar.high(row) < embeddings.rows',
    to: 'scalar.high(row) <= embeddings.rows',
  },
  {
    name: 'a drawn asset may be of another class',
    file: 'run-items.ts',
    from: 'if (strange === undefined) return;',
    to: 'return;',
  },
  {
    name: 'a poor match is not told',
    file: 'check-element.ts',
    from: 'if (match !== undefined && match.score < LOW_SCORE) report(',
    to: 'if (match !== undefined && match.score < 0) report(',
  },
  {
    name: 'a prefab’s rows may be of another file',
    file: 'check-element.ts',
    from: 'if (embeddings?.file !== found.embeddings.file) {',
    to: 'if (embeddings === undefined) {',
  },
  // Editing.
  {
    name: 'a section is kept though what it uses has changed',
    file: 'reads.ts',
    from: 'for (const read of reads) if (answer(read, surroundings) !== read.answer) return false;',
    to: '',
  },
  {
    name: 'a section is kept though its candidates have changed',
    file: 'check-name.ts',
    from: 'const { state } = ctx;\n  state.volatile = true;',
    to: 'const { state } = ctx;',
  },
  {
    name: 'a used file is kept though it has changed',
    file: 'check-imports.ts',
    from: 'world.readText(file) === known.text &&',
    to: 'known.text !== undefined &&',
  },
  {
    name: 'a used file is kept though what it uses has changed',
    file: 'check-imports.ts',
    from: 'known.uses.every((used) => checkedFile(files, used, world) !== undefined)',
    to: 'known.uses !== undefined',
  },
];
