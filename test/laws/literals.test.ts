// A literal's value never depends on which of its surroundings told its type: `2 * 3m`, `2m * 3` and `2 * 3` are 6 m.
import { createRandom, type Random } from '@diorama/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkText, errorsOf, RUNS, runs, TIMEOUT } from './support.ts';

const FILES = { files: {} };

for (const [dimension, unit, property] of [
  ['length', 'm', (value: string) => `at: (${value}, 0m), height: 1`],
  ['angle', 'deg', (value: string) => `at: (0, 0), height: 1, rotation: yaw(${value})`],
] as const) {
  test(`which literals bear the unit of the ${dimension} changes no value`, { timeout: TIMEOUT }, () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, marks) => {
        const expression = measured(createRandom(seed), 3);
        const valueWith = (mark: (role: Role) => string) => {
          const text = expression.replace(
            /[‹«](\d+)/g,
            (found, digits) => digits + mark(found[0] === '«' ? 'measure' : 'factor'),
          );
          const { value, diagnostics } = checkText(`tree oak { ${property(text)} }`, FILES);
          return {
            text,
            value: value.scene && JSON.stringify(value.scene.elements, withoutPlace),
            errors: errorsOf(diagnostics),
          };
        };
        const bare = valueWith(() => '');
        const full = valueWith((role) => (role === 'measure' ? unit : ''));
        expect(bare.errors, bare.text).toEqual([]);
        expect(full.errors, full.text).toEqual([]);
        expect(full.value, `${full.text} and ${bare.text}`).toBe(bare.value);
        // Any other choice of literals may be a mistake, but no other value.
        const random = createRandom(marks);
        const other = valueWith(() => (random.chance(0.4) ? unit : ''));
        if (other.errors.length > 0) return;
        accepted += 1;
        expect(other.value, `${other.text} and ${bare.text}`).toBe(bare.value);
      }),
      runs(60),
    );
    expect(accepted).toBeGreaterThan(RUNS / 10);
  });
}

type Role = 'measure' | 'factor';

function withoutPlace(key: string, value: unknown): unknown {
  return key === 'origin' ? undefined : value;
}

/** An expression of the dimension; `«5` is a literal that may bear its unit, `‹5` one that is a pure number. */
function measured(random: Random, depth: number): string {
  const digit = () => `«${random.integer(1, 9)}`;
  if (depth === 0) return digit();
  const inner = () => measured(random, depth - 1);
  const factor = () => pure(random, depth - 1);
  return random.pick([
    digit,
    () => `(${inner()} + ${inner()})`,
    () => `(${inner()} - ${inner()})`,
    () => `-(${inner()})`,
    () => `${inner()} * ${factor()}`,
    () => `${factor()} * ${inner()}`,
    () => `(${inner()}) / ${factor()}`,
    () => `(if ${inner()} < ${inner()} then ${inner()} else ${inner()})`,
    () => `[${inner()}, ${inner()}][${random.integer(0, 1)}]`,
    () => `max(${inner()}, ${inner()})`,
    () => `clamp(${inner()}, «1, «7)`,
    () => `mix(${inner()}, ${inner()}, ${factor()})`,
    () => `random(«1..«9)`,
    () => `pick([${inner()}, ${inner()}])`,
    () => `steps(«1..«5, 3)[1]`,
  ])();
}

function pure(random: Random, depth: number): string {
  const digit = () => `‹${random.integer(1, 9)}`;
  if (depth <= 0) return digit();
  const inner = () => pure(random, depth - 1);
  return random.pick([
    digit,
    digit,
    () => `(${inner()} + ${inner()})`,
    () => `(${inner()} * ${inner()})`,
    () => `(«6 / «${random.integer(1, 4)})`,
  ])();
}
