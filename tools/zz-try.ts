import { checkFile, memoryWorld } from '@diorama/compiler';
import { arbitraryProgram } from '@diorama/testing';
import fc from 'fast-check';

const n = Number(process.argv[2] ?? 300);
const opts = JSON.parse(process.argv[3] ?? '{}');
const seen = new Map<string, number>();
let bad = 0,
  chars = 0,
  elements = 0;
const t0 = performance.now();
let tg = 0;
const samples = fc.sample(arbitraryProgram(opts), { numRuns: n, seed: Number(process.argv[4] ?? 1) });
tg = performance.now() - t0;
let slow = 0;
for (const p of samples) {
  chars += p.text.length;
  const t = performance.now();
  let r: any;
  try {
    r = checkFile(memoryWorld({ ...p.files, 'main.dio': p.text }), 'main.dio');
  } catch (e: any) {
    const k = e.message + e.stack.split('\n')[3];
    if (!seen.has(k)) console.log('CRASH', k, p.text.slice(0, 900));
    seen.set(k, 1);
    continue;
  }
  slow = Math.max(slow, performance.now() - t);
  elements += r.value.scene?.elements.length ?? 0;
  const errors = r.diagnostics.filter((d: any) => d.severity === 'error');
  if (errors.length) bad++;
  for (const d of r.diagnostics) {
    const k = d.severity + ' ' + d.code;
    if (!seen.has(k) || (d.severity === 'error' && seen.get(k)! < 3))
      console.log(
        k,
        '|',
        d.primary.message,
        '|',
        d.notes.join('; '),
        '|',
        JSON.stringify(p.text.slice(Math.max(0, d.primary.start - 90), d.primary.end + 30)),
        '>>',
        JSON.stringify(p.text.slice(d.primary.start, d.primary.end)),
      );
    seen.set(k, (seen.get(k) ?? 0) + 1);
  }
}
console.log(
  n,
  'programs',
  bad,
  'bad',
  chars / n,
  'chars',
  elements / n,
  'elements',
  'gen',
  tg / n,
  'ms; all',
  (performance.now() - t0) / n,
  'slowest',
  slow,
  seen,
);
