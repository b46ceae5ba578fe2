// How long the command takes for a small file, from its start to its end.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root, type Suite, timeProcess } from './suite.ts';

const RUNS = 15;
/** What Node itself takes. */
const NOTHING = ['--eval', '0'];
const COMMAND = [join(root, 'apps/cli/bin/diorama.js'), 'check', 'examples/waterhole.dio'];

export default function cliSuite(): Suite {
  if (!existsSync(join(root, 'apps/cli/dist/main.js'))) return { skipped: 'the command is not built: npm run build' };
  const nodes = listNodes();
  const times: Record<string, number[]> = {};
  for (const [name, node] of Object.entries(nodes)) {
    timeProcess(node, COMMAND);
    const [checks, nothings]: [number[], number[]] = [[], []];
    for (let count = 0; count < RUNS; count += 1) {
      checks.push(timeProcess(node, COMMAND));
      nothings.push(timeProcess(node, NOTHING));
    }
    times[name] = checks;
    times[`${name} alone`] = nothings;
  }
  return {
    times,
    figures: (measured) =>
      Object.keys(nodes).map((name) => ({
        name: `diorama check of a small file, ${name}`,
        value: measured(name).p50,
        unit: 'ms',
        target: { atMost: 300 },
      })),
  };
}

/** The Node that runs this, and the one that a person's shell would find, if that is another. */
function listNodes(): Readonly<Record<string, string>> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const outside = folders.map((folder) => join(folder, 'node')).find((file) => existsSync(file));
  return { "the workspace's Node": process.execPath, ...(outside !== undefined && { 'the Node on PATH': outside }) };
}
