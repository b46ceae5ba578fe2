// The arbitraries of fast-check for programs and damaged texts.
import fc from 'fast-check';
import { layOut, type Piece } from './layout.ts';
import { mutate } from './mutate.ts';
import { createRandom } from './random.ts';
import type { WriterOptions } from './scope.ts';
import { type ItemSeed, programFiles, WRITER_DEFAULTS, writeProgram } from './write-program.ts';

/** Options for {@link arbitraryProgram}. */
export interface ProgramOptions extends WriterOptions {
  /** The most items at top level. */
  readonly size: number;
}
/** Programs of up to ten items, with all that the language has but holes. */
export const PROGRAM_DEFAULTS: ProgramOptions = Object.freeze({ ...WRITER_DEFAULTS, size: 10 });

/** A program without mistakes. */
export interface ArbitraryProgram {
  readonly pieces: readonly Piece[];
  readonly text: string;
  /** The other files of its world. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** The same program in another layout. */
  laidOut(seed: number): string;
}

/** Well-typed programs over the whole vocabulary, in all layouts, with comments. */
export function arbitraryProgram(options: Partial<ProgramOptions> = {}): fc.Arbitrary<ArbitraryProgram> {
  const { size, ...writing } = { ...PROGRAM_DEFAULTS, ...options };
  const item: fc.Arbitrary<ItemSeed> = fc.record({ seed: fc.nat(), depth: fc.constantFrom(0, 1, 2, 2, 3) });
  const files = programFiles();
  return fc
    .record({ items: fc.array(item, { minLength: 1, maxLength: size, size: 'max' }), layout: fc.nat() })
    .map(({ items, layout }) => toProgram(writeProgram(items, writing), layout, files));
}

/** Programs in core form, in all layouts, with comments: settings in any order, elements with literal values. */
export function arbitraryCoreProgram(options: Partial<ProgramOptions> = {}): fc.Arbitrary<ArbitraryProgram> {
  return arbitraryProgram({ ...options, core: true });
}

/** Damaged copies of a text. */
export function arbitraryMutation(text: string): fc.Arbitrary<string> {
  return fc.nat().map((seed) => mutate(text, createRandom(seed)));
}

function toProgram(pieces: readonly Piece[], layout: number, files: ArbitraryProgram['files']): ArbitraryProgram {
  const laidOut = (seed: number) => layOut(pieces, createRandom(seed));
  const text = laidOut(layout);
  return { pieces, text, files, laidOut, toString: () => text } as ArbitraryProgram;
}
