// Turns the state at the end of a template into what may follow: further elements of core form.
import { type Catalog, type PrefixState, start } from '@diorama/grammar';
import { Engine } from '../engine/engine.ts';
import type { LayoutState } from '../engine/layout/layout.ts';
import type { Position } from '../engine/position.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { OpenReading, openAt, type Reading } from './reading.ts';
import type { Template } from './template.ts';

/** What follows a template that ends in a state. */
export type OpenEnd = (typed: PrefixState) => Reading;

export interface OpenEndParts {
  readonly vocabulary: Vocabulary;
  readonly template: Template;
  readonly catalog: Catalog;
  readonly layout: 'canonical' | 'free';
}

/** Elements follow on lines of their own. */
export function createOpenEnd({ vocabulary, template, catalog, layout }: OpenEndParts): OpenEnd {
  const engine = new Engine(vocabulary, { catalog, form: 'whole', layout });
  const isEmpty = template.holes.length === 0 && template.written.every(({ lexemes }) => lexemes.length === 0);
  const before = isEmpty ? engine.layout.start : behindAnItem(engine, catalog);
  const last = template.written.at(-1)?.bytes ?? '';
  const isFresh = !last.endsWith('\n') && !(isEmpty && last === '');
  return (typed) => {
    // Only core form may follow, whatever stands before it.
    const language = { ...typed.language, core: true };
    const { start: position } = engine.node({ ...typed, language, memory: {} }, before, Number.POSITIVE_INFINITY);
    if (isFresh) return new OpenReading(position, true);
    return openAt(isEmpty ? position : (position.advance(LINE_END) ?? position));
  };
}
const LINE_END = 0x0a;

/** The layout behind an item of a program. */
function behindAnItem(engine: Engine, catalog: Catalog): LayoutState {
  let position: Position | undefined = engine.node(start(catalog), engine.layout.start, 1).start;
  for (const letter of 'sphere { at: (0, 0), radius: 1 }') position = position?.advance(letter.charCodeAt(0));
  return position?.behind?.layout ?? engine.layout.start;
}
