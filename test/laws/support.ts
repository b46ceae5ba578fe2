// Programs as laws see them: what a text means, told so that equal texts are equal meanings.
import { type Checked, checkFile, memoryWorld } from '@diorama/compiler';
import type { Diagnostic, Outcome, World } from '@diorama/diagnostics';
import type { Scene } from '@diorama/scene';
import type { ArbitraryProgram } from '@diorama/testing';
import type { Parameters as PropertyParameters } from 'fast-check';

/** Every law is tried on at least so many programs; `DIORAMA_LAW_RUNS` asks for more. */
export const RUNS = Number(process.env.DIORAMA_LAW_RUNS ?? 1000);

/** The same programs on every run, unless `DIORAMA_LAW_SEED` asks for others. */
export function runs<T>(seed: number): PropertyParameters<T> {
  return { numRuns: RUNS, seed: Number(process.env.DIORAMA_LAW_SEED ?? 0) + seed };
}

/** For vitest: generous, since the machine may be busy. */
export const TIMEOUT = Math.max(300_000, RUNS * 300);

export const MAIN = 'main.dio';

export function worldOf(text: string, { files }: Pick<ArbitraryProgram, 'files'>): World {
  return memoryWorld({ ...files, [MAIN]: text });
}

export function checkText(text: string, program: Pick<ArbitraryProgram, 'files'>): Outcome<Checked> {
  const checked = checkFile(worldOf(text, program), MAIN);
  if ('unreadable' in checked) throw new Error('a text in memory can be read');
  return checked;
}

/** The scene of a program without mistakes. */
export function sceneOf(text: string, program: Pick<ArbitraryProgram, 'files'>): Scene {
  const { value, diagnostics } = checkText(text, program);
  if (value.scene === undefined) throw new Error(`no scene:\n${errorsOf(diagnostics).join('\n')}\nof\n${text}`);
  return value.scene;
}

export function errorsOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, primary }) => `${code} at ${primary.start}: ${primary.message}`);
}

/** Everything about a value but where in the text it comes from; equal texts mean equal bits. */
export function meaning(value: unknown): string {
  return JSON.stringify(value, (key, part) => (PLACES.has(key) ? undefined : Object.is(part, -0) ? '-0' : part), 1);
}
const PLACES: ReadonlySet<string> = new Set(['origin', 'origins']);

/** A syntax tree without its places and comments. */
export function shapeOf(tree: unknown): string {
  return JSON.stringify(tree, (key, part) => (LAYOUT.has(key) ? undefined : part));
}
const LAYOUT: ReadonlySet<string> = new Set(['start', 'end', 'comments', 'sections']);
