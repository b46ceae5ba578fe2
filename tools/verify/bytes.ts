// Compiles and draws programs, and builds every species, under several versions of Node, and compares the bytes:
// `npm run verify:bytes -- NODE…`, where each NODE is an executable. Needs the build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const PROGRAMS = ['waterhole', 'savanna', 'heron-and-reeds', 'mountain-meadow', 'every-kind'];

const nodes = [process.execPath, ...process.argv.slice(2)];
if (nodes.length === 1) {
  console.error('name at least one other Node: npm run verify:bytes -- /path/to/node');
  process.exit(2);
}
const all = nodes.map((node) => ({ node, hashes: hashOutputs(node) }));
const [reference, ...others] = all;
let differing = 0;
for (const { node, hashes } of others) {
  for (const [file, hash] of hashes) {
    if (reference?.hashes.get(file) === hash) continue;
    differing += 1;
    console.log(`${file} differs under ${node}`);
  }
}
console.log(`${reference?.hashes.size} files and models under ${nodes.length} versions of Node: ${differing} differ`);
process.exitCode = differing === 0 ? 0 : 1;

/** Hashes of everything that the command writes, by file name, and of models, by their names. */
function hashOutputs(node: string): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'diorama-bytes-'));
  for (const name of PROGRAMS) {
    const program = join(root, `examples/${name}.dio`);
    diorama(node, ['compile', program, '--to', 'gltf,three,html,blender', '-o', folder]);
    const packed = join(folder, `${name}-packed.glb`);
    diorama(node, ['compile', program, '--to', 'gltf', '--compression', 'meshopt', '-o', packed]);
    diorama(node, ['render', program, '--size', '200x120', '-o', join(folder, `${name}.png`)]);
  }
  const files = readdirSync(folder).sort();
  const hashes = files.map((file) => {
    return [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ] as const;
  });
  rmSync(folder, { recursive: true });
  const models = run(node, ['--conditions=diorama-source', join(import.meta.dirname, 'hash-models-run.ts')]);
  return new Map([...hashes, ...Object.entries(JSON.parse(models) as Record<string, string>)]);
}

function diorama(node: string, args: readonly string[]): void {
  run(node, [join(root, 'apps/cli/bin/diorama.js'), ...args]);
}

/** What it prints. */
function run(node: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(node, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${node} ${args.join(' ')}\n${stderr}`);
  return stdout;
}
