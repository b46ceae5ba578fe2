import { parse } from '@diorama/syntax';
import { check } from '@diorama/checker';
import { SourceFile } from '@diorama/diagnostics';
import { lower, printCoreForm } from '@diorama/lowering';
const world = { readText: () => ({unreadable:'no'}), readBytes: () => ({unreadable:'no'}), resolve: (_: string, p: string) => p };
function t<T>(name: string, f: () => T): T { const a = process.cpuUsage(); const w = performance.now(); const r = f(); const b = process.cpuUsage(a); console.log(name, "cpu", ((b.user+b.system)/1000).toFixed(0)+"ms wall", (performance.now()-w).toFixed(0), (process.memoryUsage().rss/1e6).toFixed(0)+"MB"); return r; }
function run(name: string, text: string, opts = {print: true}) {
  console.log('--', name);
  const source = SourceFile.from('a.dio', text);
  const tree = t('parse', () => parse(source));
  const checked = t('check', () => check(tree.value, { source, world }));
  for (const d of [...tree.diagnostics, ...checked.diagnostics].slice(0, 5)) console.log(d.code, d.primary.message);
  const out = t('lower', () => lower(checked.value));
  console.log(out.value.elements.length, out.diagnostics.map(d => d.primary.message + ' ' + d.notes.at(-1)));
  if (opts.print) { const s = t('print', () => printCoreForm(out.value)); console.log(s.length); return s; }
  return '';
}
const which = process.argv[2];
const bush = '{ bush { height: random(0.4..1.2), rotation: yaw(random(0..360)), appearance: like("thorn bush") } }';
if (which === 'spacing') run('1M spaced', `scatter 1000000 in disk(radius: 1500) spacing 0.8 ${bush}`, {print: false});
if (which === 'free') run('1M free', `scatter 1000000 in disk(radius: 1500) ${bush}`, {print: false});
if (which === 'relief') run('1M relief', `ground { relief: 2 } scatter 1000000 in disk(radius: 1500) spacing 0.8 ${bush}`, {print: false});
if (which === 'full') run('full', `scatter 1000000 in disk(radius: 500) spacing 1 ${bush}`, {print: false});
if (which === 'path') run('path', `scatter 1000000 in path([(0,0),(100,0),(100,100),(50,300),(0,0)], width: 30) spacing 0.05 ${bush}`, {print: false});
if (which === 'dense') run('dense path', `let p = steps(0..300, 1001)
scatter 300000 in path([(0,0), (1,0.01),(2,0),(3,0.02),(4,0),(5,0.5),(6,0),(5,1)], width: 8) ${bush}`, {print: false});
if (which === 'prefab') run('prefab', `prefab p(h: Length = 1) { bush { height: h * random(1..2) } bush { at: (1, 0), height: h } } scatter 500000 in disk(radius: 1500) { p { rotation: yaw(random(0..360)) } }`, {print: false});
if (which === 'core') { const s = run('seed', `scatter 200000 in disk(radius: 1500) spacing 0.8 ${bush}`); const s2 = run('core', s); console.log(s === s2); }
