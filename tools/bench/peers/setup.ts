// Makes .venv-peers with the programs that the suite `peers` is measured beside: Scenic and OpenUSD, from the Python index.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Pinned, so that a measurement can be repeated. */
const PEERS = ['scenic==3.1.0', 'usd-core==26.11'];

const venv = join(import.meta.dirname, '../../../.venv-peers');
run('python3', '-m', 'venv', venv);
run(join(venv, 'bin/pip'), 'install', '--quiet', ...PEERS);
console.log(`${PEERS.join(' and ')} are in .venv-peers: npm run bench -- peers`);

function run(command: string, ...args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (status === 0) return;
  console.error(`${command} ${args.join(' ')} failed${error === undefined ? '' : `: ${error.message}`}`);
  process.exit(1);
}
