// Breaks the decoder in one place after another, in a copy, and runs its tests: each break must make one fail.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { DECODING_BUGS, type DecodingBug } from './decoding-bug-table.ts';

const root = join(import.meta.dirname, '../..');
/** The quick tests first; a run may take so long, milliseconds. */
const TESTS = [
  'test/engine/decoder.test.ts',
  'test/judge',
  'test/engine/sampling.test.ts',
  'test/engine/budgets.test.ts',
  'test/engine/corpus.test.ts',
];
const PATIENCE = 400_000;
/** Of random programs fewer are enough. */
const FEW = { DIORAMA_SAMPLED_PROGRAMS: '40' };

/** Whether every break is noticed. With words, only those whose names contain one. */
export function verifyBugs(words: readonly string[]): boolean {
  const chosen = DECODING_BUGS.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  const misfits = chosen.filter((bug) => broken(root, bug) === undefined);
  for (const { name, file } of misfits) console.log(`does not fit: ${name} (its text is not in ${file} just once)`);
  if (misfits.length > 0) return false;
  const copy = copyWorkspace();
  try {
    const usable = TESTS.filter((tests) => passes(copy, tests));
    for (const tests of TESTS)
      if (!usable.includes(tests)) console.log(`fails as it is, so it proves nothing: ${tests}`);
    const survivors = chosen.filter((bug) => !isNoticed(copy, bug, usable));
    console.log(`\n${chosen.length - survivors.length} of ${chosen.length} bugs noticed`);
    return survivors.length === 0 && usable.length === TESTS.length;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function isNoticed(copy: string, bug: DecodingBug, usable: readonly string[]): boolean {
  const path = join(copy, bug.file);
  const original = readFileSync(path, 'utf8');
  writeFileSync(path, broken(copy, bug) ?? original);
  const noticed = usable.find((tests) => !passes(copy, tests));
  writeFileSync(path, original);
  console.log(`${noticed === undefined ? 'SURVIVED' : 'noticed '}  ${bug.name}${noticed ? `: ${noticed}` : ''}`);
  return noticed !== undefined;
}

/** The file's text with the bug; nothing if what is broken is not in it just once. */
function broken(folder: string, { file, from, to }: DecodingBug): string | undefined {
  const parts = readFileSync(join(folder, file), 'utf8').split(from);
  return parts.length === 2 ? parts.join(to) : undefined;
}

function passes(copy: string, tests: string): boolean {
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      ...['run', '--root', join(copy, 'packages/decoding'), '--config', join(copy, 'vitest.config.ts')],
      ...['--bail', '1', '--pool', 'threads', '--maxWorkers', '1', tests],
    ],
    { cwd: copy, timeout: PATIENCE, killSignal: 'SIGKILL', stdio: 'ignore', env: { ...process.env, ...FEW } },
  );
  return status === 0;
}

/** A copy of what the tests need: what is broken there is nobody's work. */
function copyWorkspace(): string {
  const folder = mkdtempSync(join(tmpdir(), 'diorama-decoding-bugs-'));
  const filter = (path: string) =>
    !relative(root, path)
      .split(/[\\/]/)
      .some((name) => name === 'node_modules' || name === 'dist' || /^tsconfig.*\.json$/.test(name));
  for (const name of ['packages', 'grammar', 'examples', 'test', 'tools'])
    cpSync(join(root, name), join(folder, name), { recursive: true, filter });
  mkdirSync(join(folder, 'node_modules/@diorama'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@diorama') symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  for (const name of readdirSync(join(folder, 'packages'))) {
    symlinkSync(join(folder, 'packages', name), join(folder, 'node_modules/@diorama', name));
    if (readdirSync(join(root, 'packages', name)).includes('node_modules'))
      symlinkSync(join(root, 'packages', name, 'node_modules'), join(folder, 'packages', name, 'node_modules'));
  }
  symlinkSync(join(folder, 'grammar'), join(folder, 'node_modules/@diorama/grammar'));
  writeFileSync(
    join(folder, 'vitest.config.ts'),
    `import { defaultServerConditions } from 'vite';
const conditions = ['diorama-source', ...defaultServerConditions];
const test = { include: ['test/**/*.test.ts'], testTimeout: 200_000, setupFiles: [${JSON.stringify(join(folder, 'test/seeded.ts'))}] };
export default { resolve: { conditions }, ssr: { resolve: { conditions } }, test };
`,
  );
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  return folder;
}
