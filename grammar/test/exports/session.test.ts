// A grammar for one session: its names where their type fits, its prefabs as kinds, what is taken or done left out.
import { describe, expect, test } from 'vitest';
import { coreModel } from '../../src/exports/core/core-model.ts';
import { coreRules } from '../../src/exports/core/core-rules.ts';
import { exportGrammar } from '../../src/index.ts';
import { CATALOG } from '../corpus.ts';
import { follow } from '../support.ts';
import { matchRules } from './match-rules.ts';

const SESSION = `
camera { fov: 40 }
let far = 30m
let lean = 5deg
prefab grove(wide: Length, calm: Boolean = true) { tree { at: (wide, 0), height: 5 } }
tree oak { at: (0, -8), height: 9m }
`;
const { state } = follow(SESSION);
const rules = coreRules(coreModel({ assets: CATALOG }, state));

describe('what follows', () => {
  test.each([
    'tree { at: oak.at, height: far }\n',
    'tree { at: oak.top, height: oak.height, rotation: oak.rotation }\n',
    'sky { sun_elevation: lean }\n',
    'grove { at: (0, 3), wide: far, calm: false }\n',
    'grove { at: (0, 3), wide: 3.5m }\n',
    'tree { at: (1, 2), height: 3, appearance: asset("tree/umbrella-acacia#7") }\n',
  ])('%s', (text) => {
    expect(matchRules(rules, text)).toEqual({ whole: true, reached: text.length });
  });
});

describe('what does not', () => {
  test.each([
    ['a name of another type', 'tree { at: (0, 1), height: lean }\n'],
    ['a name of none', 'tree { at: (0, 1), height: fur }\n'],
    ['a setting that is there', 'camera { fov: 50 }\n'],
    ['a label that is taken', 'tree oak { at: (0, 1), height: 3 }\n'],
    ['a prefab without what it needs', 'grove { at: (0, 3) }\n'],
    ['an asset that does not exist', 'tree { at: (1, 2), height: 3, appearance: asset("tree/birch") }\n'],
    ['a pose of another kind', 'carnivore { at: (1, 2), height: 1, pose: fly }\n'],
    ['a property that is excluded', 'haze { density: 0.1, visibility: 40 }\n'],
    ['a number out of its range', 'tree { at: (1, 2), height: 201m }\n'],
    ['the same in another unit', 'tree { at: (1, 2), height: 20001cm }\n'],
  ])('%s', (_what, text) => {
    expect(matchRules(rules, text).whole).toBe(false);
  });
});

test('belongs to core form', () => {
  expect(exportGrammar('gbnf', { session: state })).toContain('continuation of a session');
  expect(() => exportGrammar('gbnf', { session: state, form: 'whole' })).toThrow(RangeError);
  expect(() => exportGrammar('textmate', { session: state })).toThrow(RangeError);
  expect(() => exportGrammar('json-schema', { form: 'whole' })).toThrow(RangeError);
});
