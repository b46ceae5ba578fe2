// Turns a program with holes into what says which tokens complete it.
import { check } from '@diorama/checker';
import { type Diagnostic, hasErrors, type Outcome, SourceFile, type World } from '@diorama/diagnostics';
import { type Catalog, EMPTY_CATALOG } from '@diorama/grammar';
import { parse } from '@diorama/syntax';
import { longestDigits } from '../engine/longest-digits.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { Completion } from './completion.ts';
import { createOpenEnd } from './open-end.ts';
import { unfillableHole } from './problems/unfillable-hole.ts';
import { type Checker, keepOnly, readTemplate } from './read-template.ts';
import type { Template } from './template.ts';
import { createTemplateConstraint, type TemplateConstraint } from './template-constraint.ts';
import type { HoleValues } from './value-shape.ts';

/** Options for {@link complete}. */
export interface CompleteOptions {
  /** What is known of assets and files. */
  readonly catalog: Catalog;
  /** How what follows the template is laid out; values are always laid out as the formatter does. */
  readonly layout: 'canonical' | 'free';
  /** Whether elements of core form may follow the last line. */
  readonly openEnd: boolean;
  /** What holes take: literals of core form, or any expressions. */
  readonly holes: HoleValues;
  /** The files that the program uses, for the checker; what it cannot read is not held against the program. */
  readonly world: World;
  /** The name under which diagnostics speak of the program. */
  readonly file: string;
}
const NO_FILES: World = {
  readText: () => ({ unreadable: 'no such file' }),
  readBytes: () => ({ unreadable: 'no such file' }),
  resolve: (_from, path) => path,
};
/** Literals in the holes, nothing behind the last line; nothing is known of assets and files. */
export const COMPLETE_DEFAULTS: CompleteOptions = Object.freeze({
  catalog: EMPTY_CATALOG,
  layout: 'canonical',
  openEnd: false,
  holes: 'literals',
  world: NO_FILES,
  file: 'template.dio',
});

/**
 * The programs that come of a template: what is written stays, byte for byte, and each hole `?` takes a value with which the
 * whole has no errors. Undefined, with diagnostics, for a program with errors, and where a hole has no value that fits.
 * @throws RangeError if the vocabulary has no tokens for what is written.
 */
export function complete(
  vocabulary: Vocabulary,
  program: string,
  options: Partial<CompleteOptions> = {},
): Outcome<TemplateConstraint | undefined> {
  const { catalog, layout, openEnd, holes, world, file } = { ...COMPLETE_DEFAULTS, ...options };
  const source = SourceFile.from(file, program);
  const checker = createChecker(catalog, world);
  const { template, diagnostics } = readTemplate(source, checker, holes === 'literals');
  if (template === undefined) return { value: undefined, diagnostics };
  const completion = (of: Template, mayGoOn: boolean) =>
    new Completion({
      template: of,
      catalog,
      values: holes,
      lookAhead: longestDigits(vocabulary.trie),
      isFine: (text) => !hasErrors(diagnose(SourceFile.from(file, text), checker)),
      openEnd: mayGoOn ? createOpenEnd({ vocabulary, template: of, catalog, layout }) : undefined,
    });
  const whole = completion(template, openEnd);
  const start = whole.start();
  if (start === undefined) {
    const unfillable = findUnfillable(template, (one) => completion(one, false).start() !== undefined);
    return { value: undefined, diagnostics: [...diagnostics, unfillable] };
  }
  return { value: createTemplateConstraint(vocabulary, whole, start), diagnostics };
}

function createChecker(catalog: Catalog, world: World): Checker {
  const { assets } = catalog;
  const library = assets && {
    has: (id: string) => assets.has(id),
    ids: (className: string) => assets.ids(className),
    spaces: assets.spaces ?? [],
  };
  return (program, source) =>
    check(program, { source, world, ...(library && { catalog: library }) }).diagnostics.filter(
      ({ code }) => world !== NO_FILES || !OF_FILES.has(code),
    );
}
/** What the checker says of files that it cannot read. */
const OF_FILES: ReadonlySet<string> = new Set(['unreadable-file']);

function diagnose(source: SourceFile, checker: Checker): readonly Diagnostic[] {
  const { value, diagnostics } = parse(source);
  return hasErrors(diagnostics) ? diagnostics : checker(value, source);
}

/** The first hole that has no value, the others being open; or the first of those that do not fit together. */
function findUnfillable(template: Template, hasValue: (template: Template) => boolean): Diagnostic {
  const alone = template.holes.findIndex((_, index) => !hasValue(keepOnly(template, index)));
  const { place } = template.holes[Math.max(0, alone)] as Template['holes'][number];
  const fact = alone < 0 ? 'no values were found for this and the other holes together' : 'no value fits here';
  return unfillableHole(place, fact);
}
