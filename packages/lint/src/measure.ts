// Turns a scene into what is physically wrong with it, measured, one fact an element.
import type { Scene } from '@diorama/scene';
import { placeBodies } from './body.ts';
import { measureCamera } from './checks/measure-camera.ts';
import { measureObjects } from './checks/measure-objects.ts';
import { measureOverlaps } from './checks/measure-overlaps.ts';
import { measureStanding } from './checks/measure-standing.ts';
import { measureVisibility } from './checks/measure-visibility.ts';
import { CLASS_EXTENTS, type ExtentSource } from './extents.ts';
import type { Finding } from './finding.ts';
import { indexBodies } from './neighbors.ts';
import { viewOf } from './view.ts';
import { listWater } from './water.ts';

/** Options for {@link measure}. */
export interface MeasureOptions {
  /** How much room the library's objects take. */
  readonly extents: ExtentSource;
}
/** Extents guessed by class. */
export const MEASURE_DEFAULTS: MeasureOptions = Object.freeze({ extents: CLASS_EXTENTS });

/**
 * Every finding, for programs that use the numbers; `lint` puts them in words. The scene is one that `validateScene` finds
 * nothing wrong with. An element that is out of view, lost in haze or hidden has one finding about that, not three.
 */
export function measure(scene: Scene, options: Partial<MeasureOptions> = {}): readonly Finding[] {
  const { extents } = { ...MEASURE_DEFAULTS, ...options };
  const bodies = placeBodies(scene, extents);
  const search = indexBodies(bodies);
  const waters = listWater(bodies);
  const view = viewOf(scene);

  const findings: Finding[] = [];
  measureCamera(findings, scene, bodies, view);
  measureStanding(findings, scene, bodies, search, waters);
  measureOverlaps(findings, bodies, search());
  measureObjects(findings, bodies, waters);
  measureVisibility(findings, scene, bodies, view);
  return findings;
}
