import { FUNCTIONS, KINDS } from '@diorama/vocabulary';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryCoreProgram, arbitraryProgram, createRandom, layOutPlainly, mutate } from '../src/index.ts';

const sample = (core: boolean) =>
  fc.sample(core ? arbitraryCoreProgram() : arbitraryProgram({ holes: true }), { numRuns: 400, seed: 1 });

test('programs use every kind, property, function, statement and unit', () => {
  const words = new Set(sample(false).flatMap(({ text }) => text.match(/[A-Za-z_]+|%/g) ?? []));
  const wanted = [
    ...KINDS.flatMap(({ name, properties }) => [name, ...properties.map((property) => property.name)]),
    ...FUNCTIONS.map(({ name }) => name),
    ...'use as from let prefab for in step if else then scatter spacing and or not true false'.split(' '),
    ...'mm cm m km deg rad turn %'.split(' '),
    ...'pixels confidence note'.split(' '),
  ];
  expect(wanted.filter((word) => !words.has(word))).toEqual([]);
});

test('core programs have no names, no arithmetic and no blocks', () => {
  for (const { pieces } of sample(true)) {
    const tokens = new Set(pieces.filter((piece) => typeof piece === 'string'));
    expect(
      ['let', 'for', 'if', 'scatter', 'prefab', 'group', '+', '*', '/', '?'].filter((one) => tokens.has(one)),
    ).toEqual([]);
  }
});

test('the same seed is the same program, whatever its layout', () => {
  const [program] = fc.sample(arbitraryProgram(), { numRuns: 1, seed: 3 });
  const [again] = fc.sample(arbitraryProgram(), { numRuns: 1, seed: 3 });
  expect(again?.text).toBe(program?.text);
  expect(program?.laidOut(1)).not.toBe(program?.laidOut(2));
  expect(layOutPlainly(['tree', 'oak', '{', 'height', ':', '3m', { slot: 'comma' }, '}'])).toBe(
    'tree oak { height : 3m, }\n',
  );
});

test('damage is reproducible', () => {
  expect(mutate('tree { height: 3 }', createRandom(5))).toBe(mutate('tree { height: 3 }', createRandom(5)));
});
