import { corpusWorld, describeFound, diagnose, readCorpus } from './test/corpus.ts';
let n = 0;
for (const s of readCorpus('ok')) { n++; const w = corpusWorld('ok'); const d = diagnose(s, w);
 const bad = describeFound(d, s, w).filter((x, i) => true); const notes = d.filter(x => x.severity === 'note').length;
 if (d.length > notes || notes && !/hole|ignore/.test(s.id)) { console.log('---', s.id); for (const x of d) console.log('  ', x.code, x.primary.message, s.text.slice(x.primary.start, x.primary.end)); } }
console.log(n, 'ok programs');
