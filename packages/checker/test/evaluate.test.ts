// Evaluation: with draws as intervals it encloses what it is with draws as numbers, and it never throws.

import { SourceFile } from '@diorama/diagnostics';
import { parse } from '@diorama/syntax';
import { arbitraryMutation, arbitraryProgram } from '@diorama/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  check,
  type Expression,
  evaluate,
  type GlobalVariable,
  type IntervalValue,
  type Item,
  type Run,
  type Value,
} from '../src/index.ts';
import { checkText, textWorld } from './support.ts';

/** A run in which every draw is an interval, as the checker's. */
const INTERVALS: Run = {
  locals: [],
  global: (variable) => variable.constant ?? variable.bounds ?? { kind: 'unknown' },
  uniform: () => ({ kind: 'interval', min: 0, max: 1 }),
  fail() {},
};

/** A run in which every draw is a number; lets are computed anew where they are read. */
function concreteRun(share: (key: string) => number): Run {
  const known = new Map<string, Value>();
  const runOf = (name: string): Run => ({
    locals: [],
    global(variable: GlobalVariable): Value {
      const { declaration } = variable;
      if (variable.constant !== undefined) return variable.constant;
      if (declaration?.kind !== 'let') return { kind: 'unknown' };
      const found = known.get(variable.name) ?? evaluate(declaration.value, runOf(variable.name));
      known.set(variable.name, found);
      return found;
    },
    uniform: (ordinal) => share(`${name} ${ordinal}`),
  });
  return runOf('');
}

/** Whether a value is one of those that another one stands for. */
function encloses(bounds: Value, value: Value): boolean {
  if (typeof bounds === 'object' && bounds.kind === 'unknown')
    return bounds.among?.some((one) => encloses(one, value)) ?? true;
  if (typeof bounds === 'number' || (typeof bounds === 'object' && bounds.kind === 'interval')) {
    const { min, max } = typeof bounds === 'number' ? { min: bounds, max: bounds } : (bounds as IntervalValue);
    return typeof value === 'number' && min <= value && value <= max;
  }
  if (typeof bounds !== 'object' || typeof value !== 'object') return bounds === value;
  if (bounds.kind !== value.kind) return false;
  return Object.entries(bounds).every(([name, part]) => {
    const own = (value as unknown as Record<string, unknown>)[name];
    if (Array.isArray(part))
      return (
        Array.isArray(own) && part.length === own.length && part.every((item, index) => encloses(item, own[index]))
      );
    return typeof part === 'object' || typeof part === 'number'
      ? encloses(part as Value, own as Value)
      : part === own || name === 'ground' || name === 'level';
  });
}

/** Expressions of type Number with draws, by their depth; `a` and `b` are drawn lets. */
const { number } = fc.letrec<{ number: string; leaf: string; condition: string; vector: string }>((tie) => ({
  leaf: fc.oneof(
    fc.integer({ min: -9, max: 9 }).map(String),
    fc.constantFrom(
      '0.5',
      '2.25',
      'a',
      'b',
      'random(-2..3)',
      'random(1..2.5)',
      'pick(1..6)',
      'pick(0..<3)',
      'pick([1.5, -2, 7])',
    ),
  ),
  condition: fc.oneof(
    fc
      .tuple(tie('number'), fc.constantFrom('<', '<=', '>', '>=', '==', '!='), tie('number'))
      .map(([left, operator, right]) => `(${left}) ${operator} (${right})`),
    fc
      .tuple(tie('number'), tie('number'))
      .map(([left, right]) => `not ((${left}) < (${right})) and true or ((${right}) > 2)`),
  ),
  vector: fc.oneof(
    fc.tuple(tie('number'), tie('number'), tie('number')).map(([x, y, z]) => `((${x}) * 1m, (${y}) * 1m, (${z}) * 1m)`),
    fc.tuple(tie('number'), tie('number')).map(([radius, angle]) => `polar((${radius}) * 1m, (${angle}) * 1deg)`),
    fc.tuple(tie('number'), tie('number')).map(([x, z]) => `((0, 0) + ((${x}) * 1m, (${z}) * 1m) * 2)`),
  ),
  number: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true, maxDepth: 5 },
    tie('leaf'),
    fc
      .tuple(tie('number'), fc.constantFrom('+', '-', '*', '/'), tie('number'))
      .map(([left, operator, right]) => `(${left}) ${operator} (${right})`),
    fc.tuple(tie('number')).map(([operand]) => `-(${operand})`),
    fc
      .tuple(fc.constantFrom('abs', 'round', 'floor', 'ceil'), tie('number'))
      .map(([name, operand]) => `${name}(${operand})`),
    fc
      .tuple(fc.constantFrom('sin', 'cos', 'tan'), tie('number'))
      .map(([name, operand]) => `${name}((${operand}) * 1deg)`),
    fc.tuple(tie('number')).map(([operand]) => `sqrt(abs(${operand}))`),
    fc
      .tuple(fc.constantFrom('min', 'max'), tie('number'), tie('number'), tie('number'))
      .map(([name, ...operands]) => `${name}(${operands.join(', ')})`),
    fc
      .tuple(tie('number'), tie('number'), tie('number'))
      .map(([x, low, width]) => `clamp(${x}, ${low}, (${low}) + abs(${width}))`),
    fc.tuple(tie('number'), tie('number')).map(([x, divisor]) => `mod(${x}, abs(${divisor}) + 1)`),
    fc.tuple(tie('number'), tie('number')).map(([x, divisor]) => `mod(${x}, -abs(${divisor}) - 1)`),
    fc.tuple(tie('number'), tie('number'), tie('number')).map((operands) => `mix(${operands.join(', ')})`),
    fc
      .tuple(tie('condition'), tie('number'), tie('number'))
      .map(([condition, then, otherwise]) => `(if ${condition} then ${then} else ${otherwise})`),
    fc.tuple(tie('number'), tie('number')).map(([low, width]) => `random(${low}..(${low}) + abs(${width}))`),
    fc.tuple(tie('number'), tie('number')).map(([x, y]) => `[${x}, ${y}, 3][pick(0..2)]`),
    fc.tuple(tie('number'), tie('number')).map(([x, y]) => `pick([${x}, ${y}])`),
    fc
      .tuple(tie('number'), tie('number'), fc.integer({ min: 2, max: 5 }), fc.nat({ max: 1 }))
      .map(([x, y, count, index]) => `steps((${x})..(${y}), ${count})[${index}]`),
    fc.tuple(tie('vector'), fc.constantFrom('x', 'y', 'z')).map(([vector, axis]) => `(${vector}.${axis} / 1m)`),
    fc.tuple(tie('vector'), tie('vector')).map(([from, to]) => `(distance(${from}, ${to}) / 1m)`),
  ),
}));

const drawn = fc.record({
  a: fc.constantFrom('random(0..1)', 'pick(-3..3)', 'random(-5..5)'),
  b: fc.constantFrom('a * a', 'random(0..1) + a', 'pick([a, 2])'),
  expression: number,
  shares: fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
});

describe('the interval of an expression', () => {
  test('holds its value, however its draws fall', { timeout: 120_000 }, () => {
    let bounded = 0;
    fc.assert(
      fc.property(drawn, ({ a, b, expression, shares }) => {
        const text = `let a = ${a}\nlet b = ${b}\nlet _x = ${expression}`;
        const { program, diagnostics } = checkText(text);
        // What may divide by 0 is refused: it has no value.
        if (diagnostics.some(({ severity }) => severity === 'error')) return;
        const value = (program.items.at(-1) as Extract<Item, { kind: 'let' }>).value;
        const bounds = evaluate(value, INTERVALS);
        if (typeof bounds !== 'object' || bounds.kind !== 'unknown') bounded += 1;
        for (let times = 0; times < 4; times += 1) {
          const drawnBefore = new Map<string, number>();
          const run = concreteRun((key) => {
            const share =
              drawnBefore.get(key) ?? (times === 0 ? 0 : times === 1 ? 1 - 2 ** -53 : (shares.next().value as number));
            drawnBefore.set(key, share);
            return share;
          });
          const found = evaluate(value, run);
          expect(
            encloses(bounds, found),
            `${text}\n${JSON.stringify(bounds)} does not hold ${JSON.stringify(found)}`,
          ).toBe(true);
        }
      }),
      { numRuns: 1500, seed: 20261122 },
    );
    expect(bounded).toBeGreaterThan(250);
  });

  test.each([
    ['random(1..3)', 1, 3],
    ['-random(1..3)', -3, -1],
    ['random(1..3) - random(1..3)', -2, 2],
    ['random(-1..3) * random(-2..4)', -6, 12],
    ['1 / random(2..4)', 0.25, 0.5],
    ['abs(random(-1..3))', 0, 3],
    ['abs(random(-3..-1))', 1, 3],
    ['sqrt(random(1..4))', 1, 2],
    ['floor(random(0.5..2.5))', 0, 2],
    ['ceil(random(0.5..2.5))', 1, 3],
    ['round(random(0.5..2.5))', 1, 3],
    ['min(random(1..3), 2)', 1, 2],
    ['max(random(1..3), 2)', 2, 3],
    ['clamp(random(-9..9), 0, 1)', 0, 1],
    ['mod(random(0..9), 4)', 0, 4],
    ['mod(random(0..9), -4)', -4, 0],
    ['mix(1, 3, random(0..1))', 1, 3],
    ['sin(random(0..90) * 1deg)', -1, 1],
    ['tan(random(-45..45) * 1deg)', -1, 1],
    ['pick(1..6)', 1, 6],
    ['pick(1..<6)', 1, 5],
    ['pick([4, 2, 3])', 2, 4],
    ['pick([random(0..1), 5])', 0, 5],
    ['if random(0..1) < 0.5 then 1 else 3', 1, 3],
    ['if random(0..1) < 2 then 1 else 3', 1, 1],
    ['if random(0..1) >= 2 then 1 else 3', 3, 3],
    ['if random(0..1) > 1 then 1 else 3', 3, 3],
    ['if random(0..1) <= 1 then 1 else 3', 1, 1],
    ['if random(1..2) == 3 then 1 else 3', 3, 3],
    ['if random(1..2) != 3 then 1 else 3', 1, 1],
    ['if random(0..1) < 2 or 1 / 0.0001 > 3 then 1 else 3', 1, 1],
    ['if random(0..1) > 2 and true then 1 else 3', 3, 3],
    ['if not (random(0..1) > 2) then 1 else 3', 1, 1],
    ['[1, 5, 3][pick(0..1)]', 1, 5],
    ['distance((0, 0), (random(3..6) * 1m, 4)) / 1m', 5, Math.sqrt(52)],
    ['distance((0, 0), (random(-3..6) * 1m, 4)) / 1m', 4, Math.sqrt(52)],
    ['steps(0..random(2..4), 3)[1]', 1, 2],
    ['((1, random(0..2) * 1m, 3) + (0, 1, 0)).y / 1m', 1, 3],
    ['(-((1, random(0..2) * 1m, 3) - (0, 0, 0))).y / 1m', -2, 0],
    ['pick([(1, 2), (3, 4)]).x / 1m', 1, 3],
    ['polar(random(1..2) * 1m, 90).x / 1m', 1, 2],
  ])('of %s', (expression, min, max) => {
    const [item] = checkText(`let _x = ${expression}`).program.items;
    const bounds = evaluate((item as Extract<Item, { kind: 'let' }>).value, INTERVALS);
    const [low, high] =
      typeof bounds === 'number' ? [bounds, bounds] : [(bounds as IntervalValue).min, (bounds as IntervalValue).max];
    expect(low).toBeCloseTo(min, 12);
    expect(high).toBeCloseTo(max, 12);
  });

  test.each([
    ['tan(random(0..180) * 1deg)'],
    ['if random(0..1) < 0.5 then true else false'],
    ['random(0..1) < 0.5'],
    ['random(0..1) == random(0..1)'],
    ['1m < 2m and random(0..1) < 0.5'],
  ])('of %s is not known', (expression) => {
    const [item] = checkText(`let _x = ${expression}`).program.items;
    expect(evaluate((item as Extract<Item, { kind: 'let' }>).value, INTERVALS)).toMatchObject({ kind: 'unknown' });
  });

  test('`random` never gives its upper bound', () => {
    const [item] = checkText('let _x = random(1..3)').program.items;
    const { value } = item as Extract<Item, { kind: 'let' }>;
    for (const share of [0, 0.5, 1 - 2 ** -53]) {
      const drawnNumber = evaluate(value, { ...INTERVALS, uniform: () => share }) as number;
      expect(drawnNumber).toBeGreaterThanOrEqual(1);
      expect(drawnNumber).toBeLessThan(3);
    }
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
        fc.double({ noNaN: true, min: 1e-12, max: 1e6 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (from, width, share) => {
          const to = from + width;
          if (!(from < to)) return;
          const argument = {
            kind: 'constant',
            value: { kind: 'range', from, to, inclusive: true },
            place: value.place,
          } as const;
          const found = evaluate(
            { kind: 'draw', function: 'random', ordinal: 0, argument, place: value.place },
            { ...INTERVALS, uniform: () => share },
          );
          expect(found).toBeGreaterThanOrEqual(from);
          expect(found).toBeLessThan(to);
        },
      ),
      { numRuns: 5000, seed: 20261122 },
    );
  });
});

describe('evaluate never throws', () => {
  /** All expressions of some items. */
  function* expressionsOf(items: readonly Item[]): Generator<Expression> {
    for (const item of items) {
      switch (item.kind) {
        case 'let':
          yield item.value;
          break;
        case 'element':
        case 'prefab-use':
          for (const { value } of item.properties.values()) yield value;
          yield* expressionsOf(item.children);
          break;
        case 'for':
          yield item.values;
          if (item.step) yield item.step;
          yield* expressionsOf(item.body);
          break;
        case 'scatter':
          yield item.count;
          yield item.region;
          yield* expressionsOf(item.body);
          break;
        case 'if':
          yield item.condition;
          yield* expressionsOf(item.then);
          yield* expressionsOf(item.else);
          break;
      }
    }
  }

  test('whatever was wrong with the program, and whatever its variables are', { timeout: 120_000 }, () => {
    const mutated = arbitraryProgram({ size: 5 }).chain(({ text }) => arbitraryMutation(text));
    fc.assert(
      fc.property(mutated, (text) => {
        const source = SourceFile.from('main.dio', text);
        const { value } = check(parse(source).value, { source, world: textWorld() });
        for (const expression of expressionsOf(value.items)) {
          evaluate(expression, INTERVALS);
          evaluate(expression, { ...INTERVALS, uniform: () => 0.5, global: () => ({ kind: 'hole' }) });
          evaluate(expression, {
            ...INTERVALS,
            uniform: () => 0.5,
            global: (variable) => variable.constant ?? { kind: 'unknown' },
          });
        }
      }),
      { numRuns: 1000, seed: 20261122 },
    );
  });
});
