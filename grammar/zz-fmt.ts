// fmt-in-place
import { readCorpus } from './test/corpus.ts'; import * as syntax from '@diorama/syntax'; import { writeFileSync } from 'node:fs';
for (const s of readCorpus('ok')) { if (s.id.startsWith('core-form')) continue; const { value } = syntax.parse(s); const t = syntax.format(value, s); if (t !== s.text) writeFileSync('corpus/ok/' + s.id, t); }
