// Completion: a text and an offset in, what may be written there out.
import { expect, test } from 'vitest';
import { type Expectation, whatMayFollow } from '../src/index.ts';
import { testCatalog } from './support.ts';

/** The names among what may follow a text. */
function offered(text: string, kind: Expectation['kind']): readonly string[] {
  return whatMayFollow(text, text.length, testCatalog()).expectations.flatMap((one) =>
    one.kind === kind && 'name' in one ? [one.name] : [],
  );
}

test('properties that are open, without those that are given or excluded', () => {
  expect(offered('camera { target: (0, 1, 2) ', 'property')).toEqual([
    'position',
    'roll',
    'fov',
    'aspect',
    'exposure',
    'near',
    'far',
  ]);
});

test('an element ends only with what it needs', () => {
  const closes = (text: string) =>
    whatMayFollow(text).expectations.some((one) => one.kind === 'punctuation' && one.text === '}');
  expect(closes('tree { at: (0, 1) ')).toBe(false);
  expect(closes('tree { at: (0, 1), height: 4 ')).toBe(true);
  expect(closes('group { at: (0, 1) tree { height: 4 ')).toBe(true);
});

test('names in scope whose type fits', () => {
  const head = 'let far = 30m let share = 0.5 let spot = (1, 2) tree { at: spot, height: ';
  expect(offered(head, 'value-name')).toEqual(['far', 'share', 'spot']);
  const direct = whatMayFollow(head).expectations.flatMap((one) =>
    one.kind === 'value-name' && one.direct ? [one.name] : [],
  );
  expect(direct).toEqual(['far']);
});

test('settings once, at top level', () => {
  expect(offered('sky { } ', 'kind-name')).not.toContain('sky');
  expect(offered('sky { } ', 'kind-name')).toContain('haze');
  expect(offered('for i in 0..3 { ', 'kind-name')).not.toContain('haze');
});

test('prefabs after their declaration, with their parameters', () => {
  const text = 'prefab copse(size: Length) { tree { height: size } } ';
  expect(offered(text, 'kind-name')).toContain('copse');
  expect(offered('prefab copse() { ', 'kind-name')).not.toContain('copse');
  expect(offered(`${text} copse { `, 'property')).toEqual(['size', 'at', 'rotation', 'scale']);
});

test('words of the pose that the class has', () => {
  expect(offered('bird { pose: ', 'word')).toEqual(['stand', 'walk', 'look', 'perch', 'fly', 'swim']);
});

test('assets of the class at hand', () => {
  const [text] = whatMayFollow('bush { appearance: asset(', undefined, testCatalog()).expectations.filter(
    (one) => one.kind === 'text',
  );
  expect(text?.choices?.()).toEqual(['bush/fern']);
});

test('the range of a number, with its units', () => {
  const [number] = whatMayFollow('camera { pitch: -', undefined, undefined, { core: true }).expectations;
  expect(number).toMatchObject({ kind: 'number', negated: true });
  expect(number?.kind === 'number' && number.units.map(({ name }) => name)).toEqual(['', 'deg', 'rad', 'turn']);
  expect(number?.kind === 'number' && number.units[0]?.ranges).toMatchObject([{ min: -90, max: 90 }]);
});

test('the beginning of a word is left to filter by', () => {
  const { prefix, from, expectations } = whatMayFollow('tree { hei');
  expect([prefix, from]).toEqual(['hei', 7]);
  expect(expectations.some((one) => one.kind === 'property' && one.name === 'height')).toBe(true);
});

test('what is broken above does not keep what is below from being completed', () => {
  const text = 'tree { at: (0, ] height }\nlet far = 3m\nlet near = 2m\ntree { at: (0, -near), height: fa';
  const { refused, expectations } = whatMayFollow(text);
  expect(refused.map(({ refusal }) => refusal.code)).toEqual(['unexpected-token']);
  expect(expectations.some((one) => one.kind === 'value-name' && one.name === 'far')).toBe(true);
});
