import { createLibrary } from '@diorama/assets';
import { memoryWorld, stageFile } from '@diorama/compiler';

const c0 = process.cpuUsage();
const t0 = performance.now();
const library = createLibrary();
const per: [string, number][] = [];
const own = {
  ...library,
  build: (c: any) => {
    const a = process.cpuUsage();
    const r = library.build(c);
    const b = process.cpuUsage(a);
    per.push([c.id, (b.user + b.system) / 1000]);
    return r;
  },
};
const classes = ['carnivore', 'herbivore', 'bird', 'tree', 'bush', 'boulder'].map((name) => [...library.ids(name)]);
const longest = Math.max(...classes.map((ids) => ids.length));
const ids = Array.from({ length: longest }, (_, row) => classes.flatMap((column) => column.slice(row, row + 1))).flat();
const elements = ids.slice(0, 20).map((id, index) => {
  const at = `(${(index % 5) * 4 - 8}, ${-8 - 4 * Math.floor(index / 5)})`;
  return `${id.split('/')[0]} { at: ${at}, height: 1, appearance: asset("${id}") }\n`;
});
const staged: any = stageFile(memoryWorld({ 'scene.dio': elements.join('') }), 'scene.dio', { library: own as any });
const u = process.cpuUsage(c0);
if (process.env.PER) for (const [k, v] of per) console.log(v.toFixed(0).padStart(5), k);
console.log(
  'cpu',
  ((u.user + u.system) / 1000).toFixed(0),
  'before',
  ((c0.user + c0.system) / 1000).toFixed(0),
  'builds',
  per.reduce((s, [, v]) => s + v, 0).toFixed(0),
  'wall',
  (performance.now() - t0).toFixed(0),
);
