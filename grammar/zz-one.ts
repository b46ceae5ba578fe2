import { readFileSync } from 'node:fs';
import { SourceFile, renderForTerminal } from '@diorama/diagnostics';
import { diagnose, corpusWorld } from './test/corpus.ts';
const s = SourceFile.from('main.dio', readFileSync(0, 'utf8'));
for (const d of diagnose(s, corpusWorld('broken'))) console.log(renderForTerminal(d, () => s, { color: false }));
