// Every file of the repository that is written by a program and committed: its path and what it must contain.
import { decisions } from '@diorama/decoding';
import { emitEbnf, emitVocabularyReference } from '@diorama/grammar';
import { sceneSchema } from '@diorama/scene';
import { journey } from './journey.ts';
import { printJson } from './print-json.ts';

/** One generated file. */
export interface Generator {
  /** From the repository root. */
  readonly path: string;
  /** The whole file, the same on every run. */
  content(): Promise<string> | string;
}

/** In the order in which they are written. */
export const generators: readonly Generator[] = [
  { path: 'docs/journey.md', content: journey },
  { path: 'packages/scene/scene.schema.json', content: () => printJson(sceneSchema()) },
  { path: 'grammar/diorama.ebnf', content: () => emitEbnf() },
  { path: 'grammar/vocabulary.md', content: emitVocabularyReference },
  { path: 'grammar/decisions.json', content: () => printJson(decisions.decisionDocument()) },
];
