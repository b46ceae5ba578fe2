// How long the command takes from the shell and back, with a small program. Needs the build.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Bench } from 'tinybench';

const root = join(import.meta.dirname, '../..');

export default function createSuite(): Bench {
  const bench = new Bench({ time: 0, iterations: 20, warmupIterations: 2 });
  const run = (...args: readonly string[]) => {
    const { status, error } = spawnSync(process.execPath, args, { cwd: root });
    if (status !== 0) throw error ?? new Error(`exit code ${status}`);
  };
  const launcher = join(root, 'apps/cli/bin/diorama.js');
  return bench
    .add('node alone', () => run('--eval', '0'))
    .add('diorama --version', () => run(launcher, '--version'))
    .add('diorama check examples/waterhole.dio', () => run(launcher, 'check', 'examples/waterhole.dio'));
}
