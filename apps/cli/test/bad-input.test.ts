// What cannot be read or written: each has its message and its exit code, and keeps no other file from its turn.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BROKEN, folder, GOOD, MISSPELT } from './support.ts';

const bytes = (...values: readonly number[]) => Uint8Array.from(values);
const text = (value: string) => new TextEncoder().encode(value);
const concat = (...parts: readonly Uint8Array[]) => Buffer.concat(parts);

describe.each<[name: string, content: Uint8Array, message: string]>([
  ['a NUL byte', concat(text('// a\n'), bytes(0)), 'it is no text: there is a NUL byte at offset 5, line 2'],
  [
    'a picture',
    bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    'it is not UTF-8: unexpected byte 0x89 at offset 0, line 1',
  ],
  [
    'Latin-1',
    concat(text('// a\n// '), bytes(0xe4), text('\n')),
    'it is not UTF-8: unexpected byte 0xE4 at offset 8, line 2',
  ],
  ['UTF-16', bytes(0xff, 0xfe, 0x74, 0x00), 'it is UTF-16: save it as UTF-8'],
  [
    'a lone surrogate',
    concat(text('//'), bytes(0xed, 0xa0, 0x80)),
    'it is not UTF-8: unexpected byte 0xED at offset 2, line 1',
  ],
  ['an overlong form', bytes(0xc0, 0x80), 'it is not UTF-8: unexpected byte 0xC0 at offset 0, line 1'],
  ['half a character', bytes(0x2f, 0x2f, 0xe2, 0x82), 'it is not UTF-8: unexpected byte 0xE2 at offset 2, line 1'],
])('%s', (_, content, message) => {
  test.each(['check', 'fmt', 'expand', 'lint', 'scene', 'pin', 'fix', 'import raw'])('%s', async (command) => {
    const run = await folder({ 'bad.dio': content }).run(`${command} bad.dio`);
    expect(run).toEqual({ code: 2, stdout: '', stderr: `diorama: cannot read "bad.dio": ${message}\n` });
  });
});

describe('what is no readable file', () => {
  test('is missing', async () => {
    const run = await folder().run('check none.dio');
    expect(run).toEqual({ code: 2, stdout: '', stderr: 'diorama: cannot read "none.dio": no such file\n' });
  });

  test('is a folder', async () => {
    const run = await folder({ 'scenes/a.dio': GOOD }).run('check scenes');
    expect(run).toMatchObject({ code: 2, stderr: 'diorama: cannot read "scenes": it is a folder\n' });
  });

  test('is inside something that is no folder', async () => {
    const run = await folder({ 'a.dio': GOOD }).run('check a.dio/b.dio');
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining('a part of its path is no folder') });
  });

  test('is a link to itself', async () => {
    const here = folder();
    symlinkSync('loop.dio', join(here.path, 'loop.dio'));
    const run = await here.run('check loop.dio');
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining('its symbolic links go in a circle') });
  });

  test.skipIf(process.platform === 'win32')('is a pipe, which nobody may ever write to', async () => {
    const here = folder();
    execFileSync('mkfifo', [join(here.path, 'pipe.dio')]);
    const run = await here.run('check pipe.dio');
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining('a pipe, a socket or a device') });
  });

  test.skipIf(process.platform === 'win32')('is a device, which never ends', async () => {
    const run = await folder().run('check /dev/zero');
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining('a pipe, a socket or a device') });
  });

  test('is too large, and is not read to find out', async () => {
    const here = folder({ 'large.dio': '' });
    truncateSync(join(here.path, 'large.dio'), 100 * 2 ** 20);
    const before = process.memoryUsage().arrayBuffers;
    const run = await here.run('check large.dio');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 20);
    expect(run).toMatchObject({ code: 2, stderr: 'diorama: cannot read "large.dio": it is larger than 64 MiB\n' });
  });

  test('has a name that would command the terminal', async () => {
    const run = await folder().run(['check', '\u001b[31m\nred.dio']);
    expect(run.stderr).toBe('diorama: cannot read "\\u001b[31m\\nred.dio": no such file\n');
  });

  test('has an empty name', async () => {
    expect(await folder().run(['check', ''])).toMatchObject({
      code: 2,
      stderr: 'diorama: cannot read "": no such file\n',
    });
  });

  test.skipIf(process.platform === 'win32')('may not be read', async () => {
    const here = folder({ 'a.dio': GOOD });
    chmodSync(join(here.path, 'a.dio'), 0);
    expect(await runAsUser(here, 'check a.dio')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('permission denied'),
    });
  });
});

describe('texts that look odd and are fine', () => {
  const odd: readonly [string, string][] = [
    ['an empty file', ''],
    ['white space alone', ' \n\t\n'],
    ['a byte order mark', `\uFEFF${GOOD}`],
    ['line ends of Windows', GOOD.replaceAll('\n', '\r\n')],
    ['no last line end', GOOD.trim()],
    ['characters beyond the first plane', `// 🦁\n${GOOD}`],
  ];
  test.each(odd)('%s', async (_, content) => {
    const run = await folder({ 'odd.dio': content }).run('check odd.dio');
    expect(run).toEqual({ code: 0, stdout: '', stderr: '1 file checked: no problems\n' });
  });

  test('columns do not count a byte order mark', async () => {
    const { stdout } = await folder({ 'a.dio': `\uFEFF${MISSPELT}` }).run('check --json a.dio');
    expect(JSON.parse(stdout)).toContainEqual(expect.objectContaining({ line: 1, column: 32, endColumn: 39 }));
  });
});

describe('several files', () => {
  test('one that cannot be read keeps no other from its turn', async () => {
    const here = folder({ 'a.dio': GOOD, 'binary.dio': bytes(0), 'z.dio': GOOD });
    const run = await here.run('check a.dio none.dio binary.dio z.dio');
    expect(run.code).toBe(2);
    expect(run.stderr.split('\n')).toEqual([
      'diorama: cannot read "none.dio": no such file',
      'diorama: cannot read "binary.dio": it is no text: there is a NUL byte at offset 0, line 1',
      '2 files checked: no problems',
      '',
    ]);
  });

  test('an error in one outweighs that another cannot be read', async () => {
    expect(await folder({ 'a.dio': BROKEN }).run('check none.dio a.dio')).toMatchObject({ code: 1 });
  });

  test('are reported in the order given', async () => {
    const here = folder({ 'b.dio': MISSPELT, 'a.dio': MISSPELT, 'c.dio': MISSPELT });
    const { stdout } = await here.run('check --json c.dio a.dio b.dio');
    const files = JSON.parse(stdout).map(({ file }: { file: string }) => file);
    expect([...new Set(files)]).toEqual(['c.dio', 'a.dio', 'b.dio']);
  });

  test('given twice are checked once', async () => {
    const run = await folder({ 'a.dio': GOOD }).run('check a.dio ./a.dio a.dio');
    expect(run.stderr).toBe('1 file checked: no problems\n');
  });
});

describe('imports', () => {
  test('a missing one is reported where it is used', async () => {
    const here = folder({ 'a.dio': `use oak from "none.dio"\n${GOOD}` });
    const { code, stdout } = await here.run('check --json a.dio');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([{ file: 'a.dio', code: 'unreadable-file', line: 1 }]);
  });

  test.each<[string, Uint8Array | string]>([
    ['binary', bytes(0, 1, 2)],
    ['not UTF-8', bytes(0xff)],
  ])('one that is %s, too', async (_, content) => {
    const here = folder({ 'a.dio': `use oak from "b.dio"\n${GOOD}`, 'b.dio': content });
    const { code, stdout } = await here.run('check --json a.dio');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([{ file: 'a.dio', code: 'unreadable-file', line: 1 }]);
  });

  test.each(['folder', '/dev/zero', '-', '\\u0000', ''])('one named "%s", too', async (name) => {
    const here = folder({ 'a.dio': `use oak from "${name}"\n${GOOD}`, 'folder/b.dio': GOOD });
    const { code, stdout } = await here.run('check --json a.dio');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([{ file: 'a.dio', line: 1 }]);
  });

  test('mistakes in an imported file carry its name', async () => {
    const here = folder({
      'a.dio': 'use stand from "parts/b.dio"\nstand { at: (0, -5) }\n',
      'parts/b.dio': `prefab stand() { ${MISSPELT.trim()} }\n`,
    });
    const { code, stdout } = await here.run('check --json a.dio');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({ file: 'parts/b.dio', code: 'unknown-property' }),
    );
  });

  test('mistakes in a file that two programs import are reported once', async () => {
    const program = 'use stand from "b.dio"\nstand { at: (0, -5) }\n';
    const here = folder({ 'a.dio': program, 'c.dio': program, 'b.dio': `prefab stand() { ${MISSPELT.trim()} }\n` });
    const { stdout } = await here.run('check --json a.dio c.dio');
    const found = JSON.parse(stdout).filter((one: { code: string }) => one.code === 'unknown-property');
    expect(found).toHaveLength(1);
  });

  test('a cycle is one, whichever way its files are named', async () => {
    const here = folder({
      'a.dio': `use x from "./b.dio"\n${GOOD}`,
      'b.dio': 'use y from "sub/../a.dio"\nlet x = 1\n',
    });
    mkdirSync(join(here.path, 'sub'));
    const { code, stdout } = await here.run('check --json ./a.dio');
    expect(code).toBe(1);
    expect(JSON.parse(stdout).map((one: { code: string }) => one.code)).toContain('import-cycle');
  });
});

describe('results that cannot be written', () => {
  const targets: readonly [name: string, target: string, reason: string][] = [
    ['into a folder that is not there', 'none/out.dio', 'its folder does not exist'],
    ['over a folder', 'folder', 'it is a folder'],
    ['below a file', 'a.dio/out.dio', 'a part of its path is no folder'],
  ];
  test.each(targets)('%s', async (_, target, reason) => {
    const here = folder({ 'a.dio': GOOD, 'folder/keep.txt': '' });
    const before = here.list();
    const run = await here.run(`expand a.dio -o ${target}`);
    expect(run).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(`cannot write "${target}": `) });
    expect(run.stderr).toContain(reason);
    expect(here.list()).toEqual(before);
  });

  test.skipIf(process.platform === 'win32')('on a full disk', async () => {
    const run = await folder({ 'a.dio': GOOD }).run('expand a.dio -o /dev/full');
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining('no space is left') });
  });

  test.skipIf(process.platform === 'win32')('over a file that may not be written', async () => {
    const here = folder({ 'a.dio': 'tree{at:(0,-8),height:5}' });
    chmodSync(join(here.path, 'a.dio'), 0o444);
    expect(await runAsUser(here, 'fmt a.dio')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('permission denied'),
    });
    expect(here.list()).toEqual(['a.dio']);
  });

  test('of a program with errors leave the old file as it is', async () => {
    const here = folder({ 'a.dio': BROKEN, 'out.dio': 'old' });
    expect(await here.run('expand a.dio -o out.dio')).toMatchObject({ code: 1, stdout: '' });
    expect(here.read('out.dio')).toBe('old');
  });
});

describe('standard input', () => {
  test('is a program like any other', async () => {
    const run = await folder().run('check --json -', { stdin: MISSPELT });
    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout)).toContainEqual(expect.objectContaining({ file: '-', code: 'unknown-property' }));
  });

  test('may import files, from the current folder', async () => {
    const here = folder({ 'b.dio': 'let far = 3m\n' });
    const run = await here.run('check -', { stdin: 'use far from "b.dio"\ntree { at: (0, -far), height: 5 }\n' });
    expect(run).toMatchObject({ code: 0, stderr: '1 file checked: no problems\n' });
  });

  test('that is no text is refused', async () => {
    const run = await folder().run('check -', { stdin: bytes(0xff) });
    expect(run).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('cannot read standard input: it is not UTF-8'),
    });
  });
});

test('a file beside the input with a dash for a name is read by its path', async () => {
  const here = folder();
  writeFileSync(join(here.path, '-'), GOOD);
  expect(await here.run('check ./-', { stdin: BROKEN })).toMatchObject({ code: 0 });
});

/** Root may read and write everything: its tests run the command as a user who may only use the folder. */
async function runAsUser(here: ReturnType<typeof folder>, command: string): Promise<object> {
  if (process.getuid?.() !== 0) return here.run(command);
  chmodSync(here.path, 0o777);
  const start = `import('${join(import.meta.dirname, '../src/main.ts')}').then(({ main }) => main())`;
  const args = ['--conditions=diorama-source', '-e', start, 'diorama', ...command.split(' ')];
  const child = spawnSync(process.execPath, args, { cwd: here.path, uid: 65_534, encoding: 'utf8' });
  return { code: child.status, stdout: child.stdout, stderr: child.stderr };
}
