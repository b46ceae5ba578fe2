// Decides whether messages are colored.
import type { Io } from './io.ts';

export type ColorChoice = 'auto' | 'always' | 'never';

/** What the user chose; else FORCE_COLOR and NO_COLOR (no-color.org), in Node's order; else whether a person looks on. */
export function usesColor(io: Io, choice: ColorChoice): boolean {
  if (choice !== 'auto') return choice === 'always';
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: terminal } = io.env;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (no !== undefined && no !== '') return false;
  return io.stderr.isTTY && terminal !== 'dumb';
}
