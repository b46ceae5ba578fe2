import { lint, measure } from '@diorama/lint';
import { makeElement, makeScene } from '@diorama/scene/testing';
const KINDS = ['tree', 'bush', 'boulder', 'herbivore', 'carnivore', 'bird', 'object', 'box', 'sphere', 'water'] as const;
let state = 1;
const random = () => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return state / 4294967296; };
for (const [w,h] of [[1500,0],[1500,3],[3,1]] as const) {
const elements = Array.from({ length: 100_000 }, (_, index) => {
        const at = [(random() - 0.5) * w, random() * h, -random() * w] as const;
        return makeElement(KINDS[index % 6]!, { at: h===0 ? [at[0], at[2]] : at, height: 0.3 + random(), rotation: random() * 360, origin: {file:'a', start: index%6, end: index%6+1} });
      });
const scene = makeScene({ elements });
for (let i=0;i<2;i++){const c = process.cpuUsage(); const t=performance.now(); const d = lint(scene); const u=process.cpuUsage(c);
console.log(w,h,'user',u.user/1000|0,'wall',performance.now()-t|0,d.length);}
}
