// Reports mismatches compactly.
import { corpusWorld, describeFound, diagnose, readCorpus, readExpected } from './test/corpus.ts';
const only = process.argv[2];
let bad = 0, n = 0;
const codes = new Set<string>();
for (const s of readCorpus('broken')) {
  if (only && !s.id.startsWith(only)) continue;
  n++;
  const w = corpusWorld('broken');
  let found: readonly string[];
  try { found = describeFound(diagnose(s, w), s, w); } catch (e) { console.log('THROWS', s.id, e); bad++; continue; }
  const expected = readExpected(s);
  for (const e of expected) codes.add(/ ([a-z-]+)(,|$)/.exec(e)![1]);
  if (JSON.stringify(found) !== JSON.stringify(expected)) {
    bad++;
    console.log('---', s.id); console.log(s.text.trimEnd().split('\n').map(l=>l.slice(0,150)).slice(0,30).join('\n'));
    console.log('  missing', expected.filter((x) => !found.includes(x))); console.log('  extra  ', found.filter((x) => !expected.includes(x)));
  }
}
import { CHECKER_PAGES } from '@diorama/checker'; import { SYNTAX_PAGES } from '@diorama/syntax';
console.log(n, 'files,', bad, 'bad; uncovered', [...CHECKER_PAGES, ...SYNTAX_PAGES].map(p => p.code).filter(c => !codes.has(c)));
