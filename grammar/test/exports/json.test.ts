// JSON of core form: its schema has every program's, and printing it gives the same program again.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { SourceFile } from '@diorama/diagnostics';
import { parse } from '@diorama/syntax';
import { describe, expect, test } from 'vitest';
import { exportGrammar, type ProgramJson, printProgram, programToJson } from '../../src/index.ts';
import { corePrograms } from './core-programs.ts';
import { ENGINES, hasEngines, SKIPPED } from './engines.ts';

const cores = corePrograms();
const toJson = (text: string) => programToJson(parse(SourceFile.from('main.dio', text)).value);

test.each(cores)('%s goes to JSON and back', (_name, text) => {
  const json = toJson(text);
  expect(json).toBeDefined();
  expect(printProgram(JSON.parse(JSON.stringify(json)) as ProgramJson)).toBe(text);
});

test('what is not core form has none', () => {
  expect(toJson('let far = 30m\n')).toBeUndefined();
  expect(toJson('tree { at: (0, 1), height: 3m + 1m }\n')).toBeUndefined();
});

describe.runIf(hasEngines)('the schema', () => {
  if (!hasEngines) console.log(SKIPPED);
  const schema = JSON.parse(exportGrammar('json-schema'));
  const validator = () => {
    const Ajv = createRequire(join(ENGINES, 'index.js'))('ajv/dist/2020').default;
    return new Ajv({ strict: true, allErrors: true, strictTypes: false }).compile(schema);
  };

  test('has every program', () => {
    const validate = validator();
    expect(cores.filter(([, text]) => !validate(toJson(text))).map(([name]) => name)).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['a kind that is none', { kind: 'house', properties: {} }],
    ['a property that is missing', { kind: 'tree', properties: { at: [0, 1] } }],
    ['a property of another kind', { kind: 'tree', properties: { at: [0, 1], height: 3, pose: 'stand' } }],
    ['a number out of its range', { kind: 'tree', properties: { at: [0, 1], height: 201 } }],
    ['a word that is none', { kind: 'bird', properties: { at: [0, 1], height: 1, pose: 'graze' } }],
    ['a place of one number', { kind: 'tree', properties: { at: [0], height: 3 } }],
    ['a call of another type', { kind: 'tree', properties: { at: { yaw: [3] }, height: 3 } }],
  ])('has not %s', (_what, element) => {
    expect(validator()({ elements: [element] })).toBe(false);
  });
});
