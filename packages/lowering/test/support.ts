// What the tests of lowering share: programs as data, lowered and printed.
import { check, type Program } from '@diorama/checker';
import type { Place } from '@diorama/diagnostics';
import { type Diagnostic, SourceFile, type World } from '@diorama/diagnostics';
import type { Element, Scene } from '@diorama/scene';
import { validateScene } from '@diorama/scene';
import { parse } from '@diorama/syntax';
import { expect } from 'vitest';
import { type LoweringOptions, lower, pin, printCoreForm } from '../src/index.ts';

/** Files by path, as texts or bytes. Pictures need not be named: any is there. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export function world(files: Files = {}): World {
  const missing = { unreadable: 'no such file' };
  return {
    readText: (file) => {
      const found = files[file];
      return typeof found === 'string' ? found : missing;
    },
    readBytes: (file, limit) => {
      const found = files[file];
      if (found === undefined && !/\.(dio|safetensors)$/.test(file)) return new Uint8Array(1);
      return found === undefined
        ? missing
        : (typeof found === 'string' ? new TextEncoder().encode(found) : found).slice(0, limit);
    },
    resolve: (_from, path) => path,
  };
}

/** Checks a program that has no errors. */
export function typedProgram(
  text: string,
  files?: Files,
): { program: Program; source: SourceFile; notes: readonly Diagnostic[] } {
  const source = SourceFile.from('main.dio', text);
  const tree = parse(source);
  const checked = check(tree.value, { source, world: world(files) });
  const notes = [...tree.diagnostics, ...checked.diagnostics];
  expect(notes.filter(({ severity }) => severity === 'error').map(said)).toEqual([]);
  return { program: checked.value, source, notes };
}

/** The scene of a program of which lowering says nothing. */
export function lowered(text: string, files?: Files): Scene {
  const { value, diagnostics } = lowerText(text, {}, files);
  expect(diagnostics.map(said)).toEqual([]);
  return value;
}

export function lowerText(text: string, options: Partial<LoweringOptions> = {}, files?: Files) {
  const outcome = lower(typedProgram(text, files).program, options);
  expect(validateScene(outcome.value)).toEqual([]);
  return outcome;
}

/** Lowers a program and expects its core form, and that core form stays as it is. */
export function checkLowering(source: string, coreForm: string, files?: Files): void {
  const expected = unindented(coreForm);
  expect(printCoreForm(lowered(source, files))).toBe(expected);
  expect(printCoreForm(lowered(expected, files))).toBe(expected);
}

/** As `checkLowering`, with variants left out on both sides. */
export function checkPlacing(source: string, coreForm: string): void {
  expect(withoutVariants(printCoreForm(lowered(source)))).toBe(unindented(coreForm));
}

/** Pins a program; expects the text, and that every element stays where it is and as it is. */
export function checkPin(before: string, after: string): void {
  const { program, source } = typedProgram(before);
  const outcome = pin(program, source, lowered(before));
  expect(outcome.diagnostics.map(said)).toEqual([]);
  expect(outcome.value).toBe(after);
}

export function said({ code, severity, primary }: Diagnostic): string {
  return `${severity} ${code}: ${primary.message}`;
}

export function withoutVariants(text: string): string {
  return text.replace(/, variant: \d+/g, '');
}

/** A scene without its origins. */
export function withoutOrigins<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutOrigins) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => name !== 'origin');
  return Object.fromEntries(entries.map(([name, inner]) => [name, withoutOrigins(inner)])) as T;
}

/** The text of each element in the source, by its place: elements that two programs have in common keep their text. */
export function originText(text: string, { start, end }: Place): string {
  return text.slice(start, end);
}

export function elementsByText(text: string, files?: Files): ReadonlyMap<string, readonly Element[]> {
  const result = new Map<string, Element[]>();
  for (const element of lowered(text, files).elements) {
    const key = element.origin === undefined ? '' : originText(text, element.origin).replace(/\s+/g, '');
    result.set(key, [...(result.get(key) ?? []), withoutOrigins(element)]);
  }
  return result;
}

/** Takes the indentation of the first line off all. */
export function unindented(text: string): string {
  const indentation = /^\n?( *)/.exec(text)?.[1] ?? '';
  const body = text.replace(/^\n/, '').replace(/\n? *$/, '');
  return body === ''
    ? ''
    : `${body
        .split('\n')
        .map((line) => line.slice(indentation.length))
        .join('\n')}\n`;
}
