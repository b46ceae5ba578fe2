// Turns the library's species into the times that their models take to build, here or in a browser.
import { createLibrary, individualOf, type Species } from '../../packages/assets/src/index.ts';
import type { Detail } from '../../packages/stage/src/index.ts';

/** Individuals of each species, in as many poses. */
const INDIVIDUALS = 4;

/** Milliseconds, one an individual, by class and detail: `tree, low`. Each species is built a few times before. */
export function timeModels(details: readonly Detail[]): Readonly<Record<string, readonly number[]>> {
  const times: Record<string, number[]> = {};
  const { species } = createLibrary();
  for (const one of species) timeSome(one, 'medium');
  for (const detail of details) {
    for (const one of species) {
      times[`${one.kind}, ${detail}`] = [...(times[`${one.kind}, ${detail}`] ?? []), ...timeSome(one, detail)];
    }
  }
  return times;
}

function timeSome(species: Species, detail: Detail): readonly number[] {
  return Array.from({ length: INDIVIDUALS }, (_, number) => {
    const pose = species.poses[number % Math.max(1, species.poses.length)];
    const individual = individualOf(species, number, { detail, ...(pose === undefined ? {} : { pose, phase: 0.25 }) });
    const start = performance.now();
    species.build(individual);
    return performance.now() - start;
  });
}
