import { lint, measure } from '@diorama/lint';
import { makeElement, makeScene } from '@diorama/scene/testing';

let s = 12345;
const r = () => (s = (Math.imul(s, 1664525) + 1013904223) >>> 0) / 4294967296;
const kinds = ['tree', 'bush', 'boulder', 'herbivore', 'carnivore', 'bird'] as const;
function forest(n: number, size: number, relief = 0, at3 = false) {
  const elements = Array.from({ length: n }, (_, i) => {
    const k = kinds[i % 6]!;
    const x = (r() - 0.5) * size,
      z = -r() * size;
    return makeElement(k, {
      at: at3 ? [x, r() * 2 - 0.5, z] : [x, z],
      height: 0.3 + r() * (k === 'tree' ? 8 : 1),
      rotation: r() * 360,
      origin: { file: 'a', start: i % 50, end: (i % 50) + 1 },
    });
  });
  return makeScene({ elements, ground: { relief } });
}
const which = process.argv[2];
for (const [name, scene] of [
  ['sparse', forest(100000, 3000)],
  ['dense', forest(100000, 500)],
  ['relief', forest(100000, 1000, 3)],
  ['3d', forest(100000, 1000, 0, true)],
  ['pile', forest(100000, 2)],
  ['pile3d', forest(100000, 2, 0, true)],
  [
    'boulders',
    makeScene({
      elements: Array.from({ length: 100000 }, () =>
        makeElement('boulder', { at: [(r() - 0.5) * 400, -r() * 400], height: 0.5 + r() * 4 }),
      ),
    }),
  ],
] as const) {
  if (!which || which === name)
    for (let k = 0; k < 3; k++) {
      const t = process.cpuUsage().user/1000;
      const f = measure(scene);
      const t1 = process.cpuUsage().user/1000;
      const d = lint(scene);
      const c: any = {};
      for (const x of f) c[x.code] = (c[x.code] ?? 0) + 1;
      console.log(name, Math.round(t1 - t), Math.round(process.cpuUsage().user/1000 - t1), d.length, JSON.stringify(c));
    }
}
