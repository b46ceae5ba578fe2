// The stages in a row: what `checkFile` and its relatives give for a file.
import { hasErrors, SourceFile } from '@diorama/diagnostics';
import { expect, test } from 'vitest';
import { checkFile, compileFile, expandFile, formatText, lintFile, pinFile } from '../src/index.ts';
import { codes, ENTRY, read, worldOf } from './support.ts';

const GOOD = 'tree { at: (0, -8), height: 5 }\n';

test('a good program has a scene', () => {
  const { value, diagnostics } = read(checkFile(worldOf(GOOD), ENTRY));
  expect(diagnostics).toEqual([]);
  expect(value.scene?.elements).toMatchObject([{ kind: 'tree', height: 5 }]);
});

test('an empty program is a scene of nothing but defaults', () => {
  expect(read(checkFile(worldOf(''), ENTRY)).value.scene?.elements).toEqual([]);
});

test('a file that cannot be read has no outcome', () => {
  expect(checkFile(worldOf(GOOD), 'none.dio')).toEqual({ unreadable: 'no such file' });
});

test('all stages speak at once, in the order of the text, each mistake once', () => {
  const text = 'tree { at: (0, -8), height: }\nuse x from "b.dio"\ntre {}\nlet far = 3\n';
  const { value, diagnostics } = read(checkFile(worldOf(text, { 'b.dio': 'let x = 1\n' }), ENTRY));
  expect(value.scene).toBeUndefined();
  const starts = diagnostics.map(({ primary }) => primary.start);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  expect(codes(diagnostics)).toEqual(
    expect.arrayContaining(['missing-value', 'late-import', 'unknown-kind', 'unused-let']),
  );
  expect(new Set(codes(diagnostics)).size).toBe(diagnostics.length);
});

test('sources are those of the file and of what it uses', () => {
  const world = worldOf('use far from "b.dio"\ntree { at: (0, -far), height: 5 }\n', { 'b.dio': 'let far = 3m\n' });
  const { sources } = read(checkFile(world, ENTRY)).value;
  expect([...sources.keys()]).toEqual([ENTRY, 'b.dio']);
  expect(sources.get('b.dio')?.text).toBe('let far = 3m\n');
});

test('the entry file speaks first', () => {
  const world = worldOf('use stand from "a.dio"\nstand { at: (0, -5) }\ntre {}\n', {
    'a.dio': 'prefab stand() { buh {} }\n',
  });
  const files = read(checkFile(world, ENTRY)).diagnostics.map(({ primary }) => primary.file);
  expect(files[0]).toBe(ENTRY);
  expect(files).toContain('a.dio');
});

test('what is still to be filled in is a note to check, and an error to compile', () => {
  const world = worldOf('tree { at: (0, -8), height: ? }\n');
  const checked = read(checkFile(world, ENTRY));
  expect(checked.diagnostics).toMatchObject([{ code: 'unsolved-hole', severity: 'note' }]);
  expect(checked.value.scene).toBeDefined();
  const compiled = read(compileFile(world, ENTRY));
  expect(compiled.diagnostics).toMatchObject([{ code: 'unsolved-hole', severity: 'error' }]);
  expect(compiled.value.scene).toBeUndefined();
  expect(read(expandFile(world, ENTRY)).value.text).toBeUndefined();
});

test('limits can be set', () => {
  const world = worldOf('for i in 1..20 { tree { at: (i * 1m, -8), height: 5 } }\n');
  expect(codes(read(checkFile(world, ENTRY, { limits: { instances: 10 } })).diagnostics)).toEqual([
    'too-many-instances',
  ]);
});

test('expandFile gives core form', () => {
  const { value } = read(expandFile(worldOf('let far = 8m\ntree { at: (0, -far), height: 2m + 3m }\n'), ENTRY));
  expect(value.text).toMatch(/^tree \{ at: \(0, -8\), height: 5.* \}\n$/);
});

test('pinFile rewrites views alone', () => {
  const world = worldOf('camera { position: (0, 1, 0) } // low\ntree oak { at: view(0, -1, -8), height: 5 }\n');
  expect(read(pinFile(world, ENTRY)).value.text).toMatch(
    /^camera \{ position: \(0, 1, 0\) \} \/\/ low\ntree oak \{ at: \(0, 0, -8\)/,
  );
  expect(read(pinFile(worldOf('tre {}'), ENTRY)).value.text).toBeUndefined();
});

test('lintFile speaks of the scene, or of what keeps the program from having one', () => {
  const floating = worldOf('let far = 3\nboulder { at: (0, 9, -8), height: 1 }\n');
  expect(codes(read(lintFile(floating, ENTRY)).diagnostics)).toContain('floats');
  expect(codes(read(lintFile(floating, ENTRY)).diagnostics)).not.toContain('unused-let');
  const broken = read(lintFile(worldOf('let far = 3\ntre {}\n'), ENTRY)).diagnostics;
  expect(codes(broken)).toEqual(['unknown-kind']);
});

test('formatText formats, or leaves a text with syntax errors as it is', () => {
  expect(formatText(SourceFile.from(ENTRY, 'tree{at:(0,-8),height:5}')).value).toBe(GOOD);
  const broken = formatText(SourceFile.from(ENTRY, 'tree {at: (0, -8'));
  expect(broken.value).toBe('tree {at: (0, -8');
  expect(hasErrors(broken.diagnostics)).toBe(true);
});
