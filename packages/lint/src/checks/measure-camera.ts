// Finds what spoils the whole picture: a camera in the ground or in something, and a night without lamps.
import { groundOf, type Scene } from '@diorama/scene';
import type { Body } from '../body.ts';
import type { Finding } from '../finding.ts';
import { hasKnownGround } from '../has-known-ground.ts';
import { penetration } from '../penetration.ts';
import { pointSolid, type Solid } from '../solid.ts';
import type { View } from '../view.ts';

/** Below this the sky gives no light that a picture would show: the end of civil twilight. */
const DARKEST_SUN = -6;

/** A form that is guessed from the class must be entered by this share of its thickness. */
const GUESS = 0.1;

export function measureCamera(findings: Finding[], scene: Scene, bodies: readonly Body[], view: View): void {
  const [x, y, z] = view.eye;
  const ground = groundOf(scene)(x, z);
  if (y <= ground && hasKnownGround(scene))
    findings.push({ code: 'camera-underground', gap: ground - y, unit: 'm', ground });
  for (const body of bodies) {
    const depth = depthInside(view, body);
    if (depth > 0) findings.push({ code: 'camera-inside', gap: depth, unit: 'm', other: body.index });
  }
  measureLight(findings, scene);
}

/** How deep the eye is in a body, as far as one cannot see out of it. */
export function depthInside({ eye }: View, body: Body): number {
  let deepest = 0;
  for (const solid of body.solids) {
    if (!hides(solid) || !contains(solid, eye)) continue;
    const guess = solid.exact ? 0 : GUESS * 2 * Math.min(solid.halfX, solid.halfY, solid.halfZ);
    const depth = penetration(pointSolid(...eye), solid, Math.max(deepest, guess));
    if (depth > Math.max(deepest, guess)) deepest = depth;
  }
  return deepest;
}

/** Whether one cannot see through it. */
export function hides({ matter }: Solid): boolean {
  return matter !== 'leaves' && matter !== 'water';
}

function contains(solid: Solid, [x, y, z]: View['eye']): boolean {
  return solid.minX <= x && x <= solid.maxX && solid.minY <= y && y <= solid.maxY && solid.minZ <= z && z <= solid.maxZ;
}

function measureLight(findings: Finding[], { sky, elements }: Scene): void {
  if (elements.some((element) => element.kind === 'lamp' && element.power > 0)) return;
  if (sky.strength === 0) findings.push({ code: 'no-light', gap: 0, unit: 'deg', reason: 'strength' });
  else if (sky.sunElevation < DARKEST_SUN) {
    findings.push({ code: 'no-light', gap: -sky.sunElevation, unit: 'deg', reason: 'sun' });
  }
}
