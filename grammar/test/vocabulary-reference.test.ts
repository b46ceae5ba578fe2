// The reference's examples are programs without mistakes, and the reference is complete.
import { ANNOTATIONS, FUNCTIONS, KINDS, UNITS } from '@diorama/vocabulary';
import { expect, test } from 'vitest';
import { canEnd, emitVocabularyReference } from '../src/index.ts';
import { diagnose, follow } from './support.ts';

const reference = emitVocabularyReference();
const needsEmbeddings = 'scene { embeddings: "three.safetensors" }';

const examples = [
  ...KINDS.map(({ name, example }) => [name, example] as const),
  ...FUNCTIONS.map(({ name, example }) => [name, `${needsEmbeddings} let it = ${example}`] as const),
  ...ANNOTATIONS.map(({ name, example }) => [name, `${example} tree { at: (0, -8), height: 4 }`] as const),
];

test.each(examples)('the example of %s is without mistakes', (_, program) => {
  expect(diagnose(program).filter(({ severity }) => severity === 'error')).toEqual([]);
  const { state, refused } = follow(program);
  expect(refused).toBeUndefined();
  expect(canEnd(state)).toBe(true);
});

test('every kind, property, function, unit and annotation is in it', () => {
  for (const { name, properties } of KINDS) {
    expect(reference).toContain(`### ${name}\n`);
    for (const property of properties) expect(reference).toContain(`| \`${property.name}\` |`);
  }
  for (const { name } of FUNCTIONS) expect(reference).toContain(`\`${name}(`);
  for (const { name } of UNITS) expect(reference).toContain(`| \`${name}\` |`);
  for (const { name } of ANNOTATIONS) expect(reference).toContain(`\`@${name}(`);
});
