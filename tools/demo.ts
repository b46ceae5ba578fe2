// Shows Diorama at work: an example becomes pictures and files of other programs, and a broken program gets its errors.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { styleText } from 'node:util';

const root = join(import.meta.dirname, '..');
const example = 'examples/savanna.dio';
const out = 'out/demo';

const BROKEN = `let far = 12
carnivor lioness { at: (-0.6, -12), height: 1.1, pose: walk }
tree { at: (4, -far), hieght: 6m }
tree { at: (8, -12), height: 6 m + 30deg }
`;

heading('A program');
console.log(readFileSync(join(root, example), 'utf8'));

heading('Checked', `diorama check ${example}`);
diorama(['check', example]);

heading('Expanded to core form, as a model writes it (first lines)', `diorama expand ${example}`);
diorama(['expand', example], { lines: 6 });

heading('Compiled', `diorama compile ${example} --to gltf,three,html,blender -o ${out}`);
diorama(['compile', example, '--to', 'gltf,three,html,blender', '-o', out]);

// Blender follows every path of light on the processor: with its 64 a pixel it would take longer than all the rest together.
for (const options of [['rasterizer'], ['three'], ['blender', '--samples', '24']]) {
  const picture = `${out}/savanna-${options[0]}.png`;
  heading(`Drawn by ${options[0]}`, `diorama render ${example} --engine ${options.join(' ')} -o ${picture}`);
  // A renderer that is not installed says so; the others go on.
  diorama(['render', example, '--engine', ...options, '--size', '870x512', '-o', picture]);
}

heading('A program with mistakes', 'diorama check -');
console.log(BROKEN);
diorama(['check', '-'], { input: BROKEN });

heading('One of them explained', 'diorama explain wrong-dimension');
diorama(['explain', 'wrong-dimension']);

heading('Where to look');
console.log(`${out}/savanna-*.png   the pictures: they agree
${out}/savanna.html    opens in a browser, from disk, and can be turned
${out}/savanna.glb     opens in any glTF viewer
${out}/savanna.three.js  a module for three.js
${out}/savanna.py      opens in Blender: blender -P ${out}/savanna.py
`);

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
