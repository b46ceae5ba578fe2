// Runs the command in this process, in a folder of its own.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { main } from '../src/main.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder that is gone when the test is over. */
export interface Folder {
  readonly path: string;
  read(name: string): string;
  /** Every file in it, by name. */
  list(): readonly string[];
  run(args: string | readonly string[], options?: RunOptions): Promise<Run>;
  /** For commands that do not end by themselves. */
  start(args: string, options?: RunOptions): Running;
}

/** A command that still runs. */
export interface Running {
  /** What it has said so far on standard error. */
  said(): string;
  /** Ctrl+C. */
  interrupt(): void;
  readonly done: Promise<Run>;
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether a terminal is at the other end of standard error. */
  readonly terminal?: boolean;
}

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export function folder(files: Files = {}): Folder {
  const path = mkdtempSync(join(tmpdir(), 'diorama-cli-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return {
    path,
    read: (name) => readFileSync(join(path, name), 'utf8'),
    list: () => readdirSync(path, { recursive: true, encoding: 'utf8' }).sort(),
    run: (args, options = {}) => startIn(path, typeof args === 'string' ? args.split(' ') : args, options).done,
    start: (args, options = {}) => startIn(path, args.split(' '), options),
  };
}

function startIn(cwd: string, argv: readonly string[], options: RunOptions): Running {
  const { stdin = '', env = {}, terminal = false } = options;
  const stdout: string[] = [];
  const stderr: string[] = [];
  let exit: number | undefined;
  let end = () => {};
  const running = main(argv, {
    stdout: { isTTY: false, write: (text) => stdout.push(text) },
    stderr: { isTTY: terminal, write: (text) => stderr.push(text) },
    readStdin: async (limit) => Buffer.from(stdin).subarray(0, limit + 1),
    cwd,
    env,
    onInterrupt: (given) => {
      end = given;
    },
    exit: (given) => {
      exit = given;
    },
  });
  const done = running.then((code) => {
    if (exit !== code) throw new Error(`told ${exit}, returned ${code}`);
    return { code, stdout: stdout.join(''), stderr: stderr.join('') };
  });
  return { said: () => stderr.join(''), interrupt: () => end(), done };
}

/** A program without anything to complain of. */
export const GOOD = 'tree { at: (0, -8), height: 5 }\n';
/** One error, and one safe fix, which makes it {@link SPELT}. */
export const MISSPELT = 'tree { at: (0, -8), height: 5, rotaton: yaw(40) }\n';
export const SPELT = 'tree { at: (0, -8), height: 5, rotation: yaw(40) }\n';
/** One warning. */
export const UNUSED = 'let far = 30m\ntree { at: (0, -8), height: 5 }\n';
/** A syntax error. */
export const BROKEN = 'tree { at: (0, -8, height: 5 }\n';
