// Whether there is a Python to try programs with.
import { spawnSync } from 'node:child_process';

export const hasPython: boolean = spawnSync('python3', ['--version']).status === 0;

/** What Python says of a program that it only compiles; nothing if it is valid. */
export function compileErrors(program: string): string {
  const check = "import sys; compile(sys.stdin.buffer.read(), 'scene.py', 'exec')";
  const { stderr, status } = spawnSync('python3', ['-W', 'error', '-c', check], { input: program, encoding: 'utf8' });
  return status === 0 ? '' : stderr;
}
