// Breaks one rule of the checker at a time and runs its tests: each break must make one fail, or the tests do not bite.
//
//   npm run verify:mutations                  all of them
//   npm run verify:mutations -- frames draw   those whose names contain one of the words
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { MUTATIONS, type Mutation } from './mutation-table.ts';

const root = join(import.meta.dirname, '../..');
/** One run of the tests may take so long, milliseconds; a mutation that makes them hang is noticed as well. */
const PATIENCE = 200_000;
/** One worker for all files, since starting one takes longer than most of them; it is a thread, to die with its run. */
const ONE_WORKER = ['--pool', 'threads', '--maxWorkers', '1', '--no-isolate'];
/** The verdict on a mutation with which the sources do not even load: it proves nothing, so it counts as alive. */
const UNLOADABLE = 'the tests cannot be run';
/** Property tests over random programs: the last resort, since the others find most. */
const SLOW = ['evaluate', 'incremental', 'one-message', 'robustness'];

interface Verdict {
  readonly mutation: Mutation;
  readonly killedBy: string | undefined;
}

const copy = copyWorkspace();
try {
  process.exitCode = main() ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

/** Whether every mutation is killed. */
function main(): boolean {
  const words = process.argv.slice(2);
  const chosen = MUTATIONS.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  const misfits = chosen.filter((mutation) => mutated(mutation) === undefined);
  for (const { name, file } of misfits) console.log(`does not fit: ${name} (its text is not in ${file} just once)`);
  if (misfits.length > 0) return false;

  const failure = runTests();
  if (failure !== undefined) {
    console.log(`the tests fail as they are: ${failure}`);
    return false;
  }
  const verdicts = chosen.map(judge);
  const survivors = verdicts.filter(({ killedBy }) => killedBy === undefined);
  console.log(`\n${verdicts.length - survivors.length} of ${verdicts.length} mutations killed`);
  for (const { mutation } of survivors) console.log(`survived: ${mutation.name} (${mutation.file})`);
  return survivors.length === 0;
}

function judge(mutation: Mutation): Verdict {
  const path = join(copy, 'packages/checker/src', mutation.file);
  const original = readFileSync(path, 'utf8');
  writeFileSync(path, mutated(mutation) ?? original);
  const killedBy = runTests();
  writeFileSync(path, original);
  const killed = killedBy !== undefined && killedBy !== UNLOADABLE;
  console.log(`${killed ? 'killed  ' : 'SURVIVED'}  ${mutation.name}${killedBy ? `: ${killedBy}` : ''}`);
  return { mutation, killedBy: killed ? killedBy : undefined };
}

/** The file's text with the rule broken; nothing if the rule is not in it just once. */
function mutated({ file, from, to }: Mutation): string | undefined {
  const text = readFileSync(join(copy, 'packages/checker/src', file), 'utf8');
  const parts = text.split(from);
  return parts.length === 2 && from !== to ? parts.join(to) : undefined;
}

/** The first test that fails, if one does: the quick files first, then the others. */
function runTests(): string | undefined {
  const files = readdirSync(join(copy, 'packages/checker/test')).filter((name) => name.endsWith('.test.ts'));
  const isSlow = (name: string) => SLOW.includes(basename(name, '.test.ts'));
  return runFiles(files.filter((name) => !isSlow(name))) ?? runFiles(files.filter(isSlow));
}

function runFiles(files: readonly string[]): string | undefined {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      ...['run', '--root', join(copy, 'packages/checker'), '--config', join(copy, 'vitest.config.ts')],
      ...ONE_WORKER,
      ...['--bail', '1', '--reporter', 'json', '--outputFile', report, ...files.map((name) => `test/${name}`)],
    ],
    { cwd: copy, timeout: PATIENCE, killSignal: 'SIGKILL', stdio: 'ignore' },
  );
  if (status === 0) return undefined;
  return status === null ? 'the tests do not end' : (firstFailure(report) ?? UNLOADABLE);
}

/** As Vitest's JSON reporter tells it. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

function firstFailure(report: string): string | undefined {
  if (!existsSync(report)) return undefined;
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  for (const { name, assertionResults } of testResults) {
    const failed = assertionResults.find(({ status }) => status === 'failed');
    if (failed !== undefined) return `${basename(name)}, ${failed.fullName.replace(/\s+/g, ' ').slice(0, 100)}`;
  }
  return undefined;
}

/** A copy of the packages in a temporary folder: what is broken there is nobody's work. */
function copyWorkspace(): string {
  const folder = mkdtempSync(join(tmpdir(), 'diorama-mutations-'));
  cpSync(join(root, 'packages'), join(folder, 'packages'), {
    recursive: true,
    filter: (path) => !relative(root, path).split(/[\\/]/).some(isLeftOut),
  });
  cpSync(join(root, 'test/seeded.ts'), join(folder, 'test/seeded.ts'));
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== '@diorama') symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  mkdirSync(join(folder, 'node_modules/@diorama'));
  for (const name of readdirSync(join(folder, 'packages'))) {
    symlinkSync(join(folder, 'packages', name), join(folder, 'node_modules/@diorama', name));
    linkOwnModules(join(root, 'packages', name), join(folder, 'packages', name));
  }
  const conditions = "['diorama-source', ...defaultServerConditions]";
  writeFileSync(
    join(folder, 'vitest.config.ts'),
    `import { defaultServerConditions } from 'vite';
const conditions = ${conditions};
const test = { include: ['test/**/*.test.ts'], setupFiles: [${JSON.stringify(join(folder, 'test/seeded.ts'))}] };
export default { resolve: { conditions }, ssr: { resolve: { conditions } }, test };
`,
  );
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  return folder;
}

/** Whether a file or folder is of no use there; a `tsconfig.json` would refer to folders that the copy lacks. */
function isLeftOut(name: string): boolean {
  return name === 'node_modules' || name === 'dist' || /^tsconfig.*\.json$/.test(name);
}

/** What npm put into a package's own folder. */
function linkOwnModules(from: string, to: string): void {
  if (readdirSync(from).includes('node_modules')) symlinkSync(join(from, 'node_modules'), join(to, 'node_modules'));
}
