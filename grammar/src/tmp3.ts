import { Lost, randomWalk, seeded, DeadEnd } from '../test/random-walk.ts';
import { diagnose, testCatalog } from '../test/support.ts';
import { start } from './prefix-state.ts';
const n = Number(process.argv[2] ?? 300), len = Number(process.argv[3] ?? 60), base = Number(process.argv[4] ?? 0);
const style = { arithmetic: Number(process.env.ARITH ?? 1), holes: Number(process.env.HOLES ?? 0) };
const core = process.argv[5] === 'core';
const s0 = start(testCatalog(), { core });
const codes = new Map<string, number>(); const ex = new Map<string, string>(); let lost = 0, dead = 0, clean = 0, lex = 0;
for (let i = 0; i < n; i++) {
  try {
    const w = randomWalk(s0, seeded(base + i), len, style); lex += w.lexemes.length;
    const errs = diagnose(w.text).filter((d) => d.severity === 'error');
    if (errs.length === 0) clean++;
    for (const d of errs) { codes.set(d.code, (codes.get(d.code) ?? 0) + 1); const p = d.primary;
      const e = `${i}: ${d.title} | ${p.message} | ${d.notes.join(' / ')} :: ${w.text.slice(Math.max(0, p.start - 60), p.start).replace(/\n/g,' ')}⟦${w.text.slice(p.start, p.end)}⟧${w.text.slice(p.end, p.end + 30).replace(/\n/g,' ')}`;
      const old = ex.get(d.code) ?? ''; if (old.split('\n').length < (['wrong-type','not-an-integer','mixed-dimensions','unknown-word','different-branches'].includes(d.code) ? 9 : 2)) ex.set(d.code, old + '\n   ' + e); }
  } catch (e) { if (e instanceof Lost) { lost++; continue; } if (!(e instanceof DeadEnd)) { console.log('seed', i); throw e; } dead++; if (dead < 6) console.log('DEAD', i, e.message.slice(-300)); }
}
if (process.env.SHOW) console.log(randomWalk(s0, seeded(base), len, style).text);
console.log({ lost, n, clean, dead, lex });
for (const [c, k] of [...codes].sort((a, b) => b[1] - a[1])) console.log(c, k, ex.get(c));
