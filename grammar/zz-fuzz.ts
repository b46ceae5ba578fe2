import { SourceFile } from '@diorama/diagnostics';
import { corpusWorld, diagnose, readCorpus } from './test/corpus.ts';
let n = 0; const seen = new Set<string>();
for (const folder of ['ok', 'broken'] as const) { const w = corpusWorld(folder);
 for (const s of readCorpus(folder)) { if (s.text.length > 3000) continue;
  const step = Math.max(1, Math.floor(s.text.length / 60));
  const tries: string[] = [];
  for (let at = 0; at < s.text.length; at += step) { tries.push(s.text.slice(0, at)); tries.push(s.text.slice(0, at) + s.text.slice(at + 1)); }
  for (const t of tries) { n++; try { diagnose(SourceFile.from(s.id, t), w); } catch (e: any) { const k = String(e.stack).split('\n').slice(0, 3).join(' | '); if (!seen.has(k)) { seen.add(k); console.log(s.id, JSON.stringify(t.slice(-80)), k); } } }
 } }
console.log(n, 'tries', seen.size, 'crashes');
