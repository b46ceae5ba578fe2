// The committed launcher of the `diorama` command: what it says when it cannot start, and that it hands over.
import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from './workspace.ts';

let app: string;
let launcher: string;

beforeEach(() => {
  app = mkdtempSync(join(tmpdir(), 'diorama-launcher-'));
  launcher = join(app, 'bin/diorama.js');
  mkdirSync(join(app, 'bin'));
  writeFileSync(join(app, 'package.json'), '{ "type": "module" }');
  copyFileSync(join(root, 'apps/cli/bin/diorama.js'), launcher);
});

afterEach(() => rmSync(app, { recursive: true }));

const oldNode = findOldNode();

test('may be executed', () => {
  accessSync(join(root, 'apps/cli/bin/diorama.js'), constants.X_OK);
});

test('says how to build the command', () => {
  const { status, stderr } = launch(process.execPath);
  expect(stderr).toBe('diorama: the command is not built yet: run `npm run build` in the workspace\n');
  expect(status).toBe(70);
});

test('passes arguments in and the exit code out', () => {
  build();
  expect(launch(process.execPath, 'a', 'b c')).toMatchObject({ status: 7, stdout: `${process.version} a,b c\n` });
});

test.skipIf(!oldNode)('says that an old Node is too old', () => {
  build();
  expect(launch(oldNode as string)).toMatchObject({
    status: 70,
    stderr: expect.stringMatching(/^diorama: Node 22\.18 /),
  });
});

test.skipIf(!oldNode).each(['x64', 'arm64'])('hands over to the Node of the workspace, %s', (processor) => {
  build();
  const folder = join(app, `node_modules/node-linux-${processor}/bin`);
  mkdirSync(folder, { recursive: true });
  symlinkSync(process.execPath, join(folder, 'node'));
  expect(launch(oldNode as string, 'a')).toMatchObject({ status: 7, stdout: `${process.version} a\n` });
});

function build(): void {
  mkdirSync(join(app, 'dist'));
  const main =
    'export function main() { console.log(process.version, process.argv.slice(2).join()); process.exitCode = 7; }';
  writeFileSync(join(app, 'dist/main.js'), main);
}

function launch(node: string, ...args: readonly string[]) {
  return spawnSync(node, [launcher, ...args], { encoding: 'utf8' });
}

/** The first `node` on the path that is too old to run the command. */
function findOldNode(): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .find((node) => {
      const [major = Number.NaN] =
        spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.slice(1).split('.').map(Number) ?? [];
      return major < 22;
    });
}
