// Every file of the repository that is written by a program and committed: its path and what it must contain.
import { decisions } from '@diorama/decoding';
import { emitEbnf, emitVocabularyReference, exportGrammar } from '@diorama/grammar';
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
  { path: 'grammar/diorama.gbnf', content: () => exportGrammar('gbnf') },
  { path: 'grammar/diorama-core.gbnf', content: () => exportGrammar('gbnf', { form: 'core' }) },
  { path: 'grammar/diorama.lark', content: () => exportGrammar('lark') },
  { path: 'grammar/diorama-core.lark', content: () => exportGrammar('lark', { form: 'core' }) },
  { path: 'grammar/diorama.xgrammar.ebnf', content: () => exportGrammar('xgrammar') },
  { path: 'grammar/diorama-core.xgrammar.ebnf', content: () => exportGrammar('xgrammar', { form: 'core' }) },
  { path: 'grammar/diorama-core.schema.json', content: () => printJson(JSON.parse(exportGrammar('json-schema'))) },
  { path: 'grammar/diorama.tmLanguage.json', content: () => printJson(JSON.parse(exportGrammar('textmate'))) },
  { path: 'grammar/diagrams.html', content: () => exportGrammar('diagrams') },
  { path: 'grammar/vocabulary.md', content: emitVocabularyReference },
  { path: 'grammar/decisions.json', content: () => printJson(decisions.decisionDocument()) },
];
