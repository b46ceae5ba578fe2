// When messages are colored, and when they never are.
import { expect, test } from 'vitest';
import { folder, MISSPELT, type RunOptions } from './support.ts';

test.each<[name: string, args: string, options: RunOptions, colored: boolean]>([
  ['no terminal', 'check a.dio', {}, false],
  ['a terminal', 'check a.dio', { terminal: true }, true],
  ['a simple terminal', 'check a.dio', { terminal: true, env: { TERM: 'dumb' } }, false],
  ['NO_COLOR', 'check a.dio', { terminal: true, env: { NO_COLOR: '1' } }, false],
  ['an empty NO_COLOR', 'check a.dio', { terminal: true, env: { NO_COLOR: '' } }, true],
  ['FORCE_COLOR', 'check a.dio', { env: { FORCE_COLOR: '1' } }, true],
  ['FORCE_COLOR=0', 'check a.dio', { terminal: true, env: { FORCE_COLOR: '0' } }, false],
  ['--color always', 'check --color always a.dio', { env: { NO_COLOR: '1' } }, true],
  ['--color before the command', '--color=always check a.dio', {}, true],
  ['--color never', 'check --color never a.dio', { terminal: true, env: { FORCE_COLOR: '1' } }, false],
  ['JSON', 'check --json --color always a.dio', { terminal: true }, false],
])('%s', async (_, args, options, colored) => {
  const { stdout, stderr } = await folder({ 'a.dio': MISSPELT }).run(args, options);
  expect(`${stdout}${stderr}`.includes('\u001b[')).toBe(colored);
});
