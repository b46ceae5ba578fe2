// `diorama --help`: complete, with examples that run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, GOOD } from './support.ts';

const COMMANDS = ['check', 'fmt', 'fix', 'lint', 'expand', 'scene', 'pin', 'import raw', 'explain', 'grammar export'];
/** Their own tests run them: they need a while, renderers, or somebody to end them. */
const SLOW_COMMANDS = ['compile', 'render', 'watch', 'generate'];
/** Their examples are run with them, in `assets.test.ts`. */
const ASSET_COMMANDS = ['import', 'list', 'show', 'search', 'sheet', 'validate', 'export'].map(
  (name) => `assets ${name}`,
);

test('the program', async () => {
  const { stdout } = await folder().run('--help');
  await expect(stdout).toMatchFileSnapshot('help/diorama.txt');
});

describe.each([...COMMANDS, ...SLOW_COMMANDS, ...ASSET_COMMANDS])('%s', (command) => {
  test('has help', async () => {
    const { code, stdout, stderr } = await folder().run(`${command} --help`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot(`help/${command.replace(' ', '-')}.txt`);
  });

  test('is in the README', () => {
    expect(readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')).toContain(`diorama ${command} `);
  });
});

describe.each(COMMANDS)('%s', (command) => {
  test('has examples that run', async () => {
    const { stdout } = await folder().run(`${command} --help`);
    const examples = [...stdout.matchAll(/^ {2}diorama (.+)$/gm)].map(([, example = '']) => example);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      const [args = '', input] = example.split(' < ');
      const run = await folder(SCENE).run(args.replace('*.dio', 'waterhole.dio imported.dio'), {
        stdin: input ? GOOD : '',
      });
      expect(run, `${example}\n${run.stderr}`).toMatchObject({ code: 0 });
    }
  });
});

test('a mistyped command or option has a suggestion', async () => {
  expect((await folder().run('chekc a.dio')).stderr).toBe(
    "diorama: unknown command 'chekc'\n(Did you mean check?)\n(diorama --help lists the commands)\n",
  );
  expect((await folder().run('check --jsno a.dio')).stderr).toContain('(Did you mean --json?)');
  expect((await folder().run('import rwa a.txt')).stderr).toContain('(Did you mean raw?)');
});

test('a program in place of a command has one, too', async () => {
  expect((await folder().run('a.dio')).stderr).toBe(
    "diorama: unknown command 'a.dio'\n(to check a program: diorama check a.dio)\n",
  );
});

const SCENE = {
  'waterhole.dio': GOOD,
  'imported.dio': 'tree { at: view(0, -1.6, -8), height: 5 }\n',
  'lion.txt': 'add_tree(pixels=1, loc=(0, -1, -9), height=3, rotation=[ROT], appearance=[CLIP])\n',
  'rotations.json': '[[[1, 0, 0], [0, 1, 0], [0, 0, 1]]]',
  'clip.json': '[[0.5, 1]]',
};
