// Shows the language at work: formats, checks and expands an example, and shows what is said of a broken program.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { styleText } from 'node:util';

const root = join(import.meta.dirname, '..');
const example = 'examples/waterhole.dio';

const BROKEN = `let far = 12
carnivor lioness { at: (-0.6, -12), height: 1.1, pose: walk }
tree { at: (4, -far), hieght: 6m }
tree { at: (8, -12), height: 6 m + 30deg }
`;

heading('A program');
console.log(readFileSync(join(root, example), 'utf8'));

heading('Formatted', `diorama fmt --check ${example}`);
diorama(['fmt', '--check', example]);

heading('Checked', `diorama check ${example}`);
diorama(['check', example]);

heading('Expanded to core form, as a model writes it (first lines)', `diorama expand ${example}`);
diorama(['expand', example], { lines: 12 });

heading('Seen by the physical lint', `diorama lint ${example}`);
diorama(['lint', example]);

heading('A program with mistakes', 'diorama check -');
console.log(BROKEN);
diorama(['check', '-'], { input: BROKEN });

heading('One of them explained', 'diorama explain wrong-dimension');
diorama(['explain', 'wrong-dimension']);

function heading(text: string, command?: string): void {
  const line = command === undefined ? text : `${text}: ${command}`;
  console.log(styleText('bold', `\n${line}\n${'─'.repeat(line.length)}`));
}

/** Runs the command and prints all it says, or the first lines of it. */
function diorama(args: readonly string[], { input = '', lines = Number.POSITIVE_INFINITY } = {}): void {
  const launcher = join(root, 'apps/cli/bin/diorama.js');
  const color = process.stdout.isTTY ? 'always' : 'never';
  const run = spawnSync(process.execPath, [launcher, '--color', color, ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
  });
  const said = `${run.stdout}${run.stderr}`.trimEnd().split('\n');
  console.log(said.slice(0, lines).join('\n'));
  if (said.length > lines) console.log(`… and ${said.length - lines} more lines`);
}
