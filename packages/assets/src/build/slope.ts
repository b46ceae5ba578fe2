// Turns how far something reaches over the ground into how deep it must stand in it, so that it does not hang over a slope.
import { tanDegrees } from '@diorama/geometry';

/** Metres under a place `away` metres from the middle of what stands on a slope of up to {@link STEEPEST}. */
export function depthUnder(away: number): number {
  return TANGENT * away;
}

/** Degrees: on steeper ground little grows, and stones roll. */
export const STEEPEST = 20;
const TANGENT = tanDegrees(STEEPEST);
