// `diorama grammar export`: formats and forms, and the grammar of what may follow a program.
import { expect, test } from 'vitest';
import { BROKEN, folder } from './support.ts';

test('what follows a program knows its names and those that it uses', async () => {
  const files = {
    'scene.dio': 'use dune from "parts.dio"\nlet far = 30m\ntree oak { at: (0, -8), height: 9m }\n',
    'parts.dio': 'prefab dune(wide: Length) { box { at: (0, 0), size: (wide, 1, 1) } }\n',
  };
  const { code, stdout, stderr } = await folder(files).run('grammar export --format gbnf --scope scene.dio');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('"dune"');
  expect(stdout).toContain('"far" | "oak.height"');
});

test.each([
  ['--format textmate --form core', 'textmate has no form core'],
  ['--format gbnf --form whole --scope a.dio', 'belong to core form: --form core'],
  ['--format textmate --scope a.dio', 'belong to core form: textmate has none'],
  ['--format ebnf --order any', 'belong to core form'],
])('%s makes no sense', async (args, message) => {
  const { code, stdout, stderr } = await folder().run(`grammar export ${args}`);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});

test('a program with errors has no session', async () => {
  const { code, stdout } = await folder({ 'a.dio': BROKEN }).run('grammar export --format lark --scope a.dio');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
});
