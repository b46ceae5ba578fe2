import { memoryWorld, openSession } from '@diorama/compiler';
import { createRandom } from '@diorama/testing';
import { writtenProgram } from './bench/programs.ts';
const text = writtenProgram(5000);
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1000; };
const s = openSession(memoryWorld({}), 'a.dio', text);
const random = createRandom(9);
function up(start: number, end: number, t: string, label: string) {
  const c = cpu(), w = performance.now();
  const r = s.update({ start, end, text: t });
  const d = cpu() - c;
  rows.push([label, d, performance.now() - w, r.diagnostics.length]);
}
const rows: any[] = [];
for (let k = 0; k < 40; k++) {
  rows.length = 0;
  const near = random.integer(0, text.length - 3000);
  const at = near + text.slice(near).search(/\n(?=[a-z])/) + 1;
  const line = 'tree { at: (4, -12), height: 5 }\n';
  for (const [i, ch] of [...line].entries()) up(at + i, at + i, ch, line.slice(0, i + 1));
  up(at, at + line.length, '', 'undo');
  up(at, at, 'group { at: (0, -9)\n', 'brace'); up(at, at + 20, '', 'unbrace');
  up(at, at, '}', 'close'); up(at, at + 1, '', 'unclose');
  up(at, at, '/*', 'comment'); up(at, at + 2, '', 'uncomment');
  void 0;
}
for (const r of rows) console.log(r[1].toFixed(1).padStart(8), r[2].toFixed(1).padStart(8), String(r[3]).padStart(6), JSON.stringify(r[0]));
