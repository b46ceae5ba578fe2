// Finds what the picture does not show: out of view, lost in haze, or hidden behind other things.
import { log } from '@diorama/geometry';
import type { Scene } from '@diorama/scene';
import type { Body } from '../body.ts';
import { drawOccluders, measureCover } from '../depth-buffer.ts';
import type { Finding } from '../finding.ts';
import { outsideBy, type View } from '../view.ts';

/** A share of light that changes no byte of a picture. */
const INVISIBLE_LIGHT = 1 / 255;

/** The share of its outline that must be covered for something to count as hidden. */
export const HIDDEN_SHARE = 0.98;

export function measureVisibility(findings: Finding[], scene: Scene, bodies: readonly Body[], view: View): void {
  const clearness = clearnessOf(scene);
  const seen: Body[] = [];
  for (const body of bodies) {
    const { index, base } = body;
    const outside = outsideBy(view, body);
    const distance = distanceTo(view, body);
    if (outside !== undefined) {
      findings.push({ code: 'out-of-view', element: index, base, ...outside, unit: 'm' });
    } else if (distance > clearness) {
      findings.push({ code: 'lost-in-haze', element: index, base, gap: distance - clearness, unit: 'm', distance });
    } else {
      seen.push(body);
    }
  }
  const occluders = drawOccluders(view, seen);
  for (const body of seen) {
    const cover = measureCover(occluders, body, 1 - HIDDEN_SHARE);
    if (cover === undefined) continue;
    const gap = 100 * cover.share;
    findings.push({ code: 'hidden', element: body.index, base: body.base, gap, unit: '%', other: cover.by.index });
  }
}

/** How far light can come through the haze without being lost. */
function clearnessOf({ haze }: Scene): number {
  if (haze === undefined) return Infinity;
  const { kind, value } = haze.extent;
  const density = kind === 'density' ? value : VISIBILITY / value;
  return density === 0 ? Infinity : -log(INVISIBLE_LIGHT) / density;
}

/** Koschmieder: visibility · density. */
const VISIBILITY = 3.912;

/** At most the distance from the eye to the body: that to its box. */
function distanceTo({ eye }: View, body: Body): number {
  const x = Math.max(body.minX - eye[0], 0, eye[0] - body.maxX);
  const y = Math.max(body.minY - eye[1], 0, eye[1] - body.maxY);
  const z = Math.max(body.minZ - eye[2], 0, eye[2] - body.maxZ);
  return Math.sqrt(x * x + y * y + z * z);
}
