// Measures individuals of every species in all their poses, and prints what is not natural, and the worst of each measure:
// `npm run verify:natural -- [CLASS|SPECIES] [INDIVIDUALS]`; 200 individuals a class if no number is given.
import { ALL_SPECIES } from '../../packages/assets/src/all-species.ts';
import {
  type Case,
  faults,
  LIMITS,
  type Measure,
  measureCase,
} from '../../packages/assets/test/natural/measure-species.ts';

const [filter = '', count = '200'] = process.argv.slice(2);
const wanted = ALL_SPECIES.filter(({ id }) => id.includes(filter));
const kinds = [...new Set(wanted.map(({ kind }) => kind))];
let faulty = 0;

const misuse =
  wanted.length === 0
    ? `no species is called ${filter}`
    : /^[1-9]\d*$/.test(count)
      ? undefined
      : `INDIVIDUALS is a whole number from 1 on, not ${count}`;
if (misuse !== undefined) {
  console.error(misuse);
  process.exit(1);
}

for (const kind of kinds) {
  const worst = new Map<Measure, { readonly value: number; readonly name: string }>();
  const cases = casesOf(kind);
  for (const [index, one] of cases.entries()) {
    const name = `${one.species.id}#${one.number} ${one.pose} ${one.phase}`;
    // Pictures take most of the time: one case in four is drawn.
    const measures = measureCase(one, index % 4 === 0);
    const found = faults(measures);
    if (found.length > 0) {
      faulty += 1;
      console.log(`${name}: ${found.join(', ')}`);
    }
    for (const [key, value] of Object.entries(measures) as [Measure, number][]) {
      const known = worst.get(key);
      const sign = 'least' in LIMITS[key] ? -1 : 1;
      if (known === undefined || sign * value > sign * known.value) worst.set(key, { value, name });
    }
  }
  console.log(`\n${kind}: ${cases.length} models`);
  for (const [key, { value, name }] of worst) {
    const limit = Object.values(LIMITS[key])[0];
    console.log(`  ${key.padEnd(20)} ${value.toPrecision(3).padStart(9)}  limit ${limit}  ${name}`);
  }
  console.log('');
}
console.log(faulty === 0 ? 'all natural' : `${faulty} not natural`);
process.exitCode = faulty === 0 ? 0 : 1;

/** Individuals of a class, its species and poses in turn. */
function casesOf(kind: string): readonly Case[] {
  const species = wanted.filter((one) => one.kind === kind);
  return Array.from({ length: Number(count) }, (_, number) => {
    const one = species[number % species.length]!;
    const turn = Math.floor(number / species.length);
    const pose = one.poses[turn % Math.max(1, one.poses.length)] ?? '';
    return { species: one, number, pose, phase: ((7 * number) % 16) / 16 };
  });
}
