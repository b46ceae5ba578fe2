import { readFileSync, readdirSync, writeFileSync } from 'node:fs'; import { posix } from 'node:path';
import { check } from '@diorama/checker'; import { SourceFile, renderForTerminal } from '@diorama/diagnostics';
import * as syntax from '@diorama/syntax'; import { lower } from '@diorama/lowering'; import { lint } from '@diorama/lint';
const dir = 'examples/'; const only = process.argv[2];
const rd = (f: string) => { try { return readFileSync(dir + f); } catch { return { unreadable: 'no' }; } };
const world: any = { readText: (f: string) => { const x: any = rd(f); return x.unreadable ? x : x.toString('utf8'); }, readBytes: (f: string, n: number) => { const x: any = rd(f); return x.unreadable ? x : x.subarray(0, n); }, resolve: (from: string, p: string) => posix.join(posix.dirname(from), p) };
for (const name of readdirSync(dir).filter((n) => n.endsWith('.dio'))) {
  if (only && only !== 'all' && !name.startsWith(only)) continue;
  const source = SourceFile.from(name, readFileSync(dir + name, 'utf8'));
  const { value, diagnostics } = syntax.parse(source);
  const c = check(value, { source, world });
  const all = [...diagnostics, ...c.diagnostics].filter((d) => d.code !== 'unsolved-hole');
  const t = syntax.format(value, source); const fmt = t === source.text ? '' : 'FORMAT';
  if (fmt && process.argv[3] && name !== 'core-form.dio') writeFileSync(dir + name, t);
  let elements = 0, found: any[] = [];
  if (c.value.valid) { const l = lower(c.value); all.push(...l.diagnostics); elements = l.value.elements.length; found = [...lint(l.value, { file: name })]; }
  console.log(name, elements, 'elements', fmt, all.length, 'diagnostics,', found.length, 'lint');
  for (const d of [...all, ...found]) console.log(renderForTerminal(d, () => source, { color: false }).split('\n').filter((l) => !/^\s*│?\s*$/.test(l)).slice(0, 9).join('\n'));
}
