// Turns directions of the sky into meshes that the eye sees from inside.
import { cosDegrees, sinDegrees, type Vector3, vector } from '@diorama/geometry';
import type { Stage } from '@diorama/stage';
import { airBefore, elevationOf, sunFrame, throughAir } from './sky-light.ts';

const COLUMNS = 48;
const ROWS = 48;

/** A ball of this radius, metres, about the origin, with the texture coordinates of `paintSky`. */
export function domeMesh(
  sunDirection: Vector3,
  radius: number,
): { positions: Float32Array; uvs: Float32Array; indices: Uint16Array } {
  const { forward, right } = sunFrame(sunDirection);
  const positions: number[] = [];
  const uvs: number[] = [];
  for (let row = 0; row <= ROWS; row += 1) {
    const elevation = elevationOf(row / ROWS);
    const [level, y] = [radius * cosDegrees(elevation), radius * sinDegrees(elevation)];
    for (let column = 0; column <= COLUMNS; column += 1) {
      const azimuth = (360 * column) / COLUMNS - 180;
      const [ahead, aside] = [level * cosDegrees(azimuth), level * sinDegrees(azimuth)];
      positions.push(ahead * forward[0] + aside * right[0], y, ahead * forward[2] + aside * right[2]);
      uvs.push(Math.abs(azimuth) / 180, row / ROWS);
    }
  }
  return { positions: Float32Array.from(positions), uvs: Float32Array.from(uvs), indices: domeIndices() };
}

/** Anticlockwise seen from inside; at zenith and nadir a row's triangles have no second half. */
function domeIndices(): Uint16Array {
  const indices: number[] = [];
  for (let row = 0; row < ROWS; row += 1) {
    for (let column = 0; column < COLUMNS; column += 1) {
      const upper = row * (COLUMNS + 1) + column;
      const lower = upper + COLUMNS + 1;
      // Columns go to the right as the eye sees them.
      if (row > 0) indices.push(upper, lower, upper + 1);
      if (row < ROWS - 1) indices.push(upper + 1, lower, lower + 1);
    }
  }
  return Uint16Array.from(indices);
}

/** Shares of the disc's radius: it gets darker mostly near its edge. */
const RINGS = [0.5, 0.8, 0.93, 1];
const SEGMENTS = 48;
/** Before the ball, whose facets come up to 0.5 % inwards, and not so far that anybody sees it. */
const DISC_SHARE = 0.99;

/** The sun's disc, cut off at the horizon, darker towards its edge; colors of 16 bits: red, green, blue, alpha. */
export function discMesh(
  stage: Stage,
  radius: number,
): { positions: Float32Array; colors: Uint16Array; indices: Uint16Array } {
  const { sunDirection, parameters, discRadiance } = stage.sky;
  const { right } = sunFrame(sunDirection);
  const upwards = vector.cross(right, sunDirection);
  const positions: number[] = [];
  const colors: number[] = [];
  const addVertex = (share: number, turn: number): void => {
    const angle = (share * parameters.sunSize) / 2;
    const aside = vector.add(vector.scale(right, cosDegrees(turn)), vector.scale(upwards, sinDegrees(turn)));
    const [x, y, z] = vector.add(vector.scale(sunDirection, cosDegrees(angle)), vector.scale(aside, sinDegrees(angle)));
    const direction: Vector3 = [x, Math.max(0, y), z];
    positions.push(...vector.scale(direction, DISC_SHARE * radius));
    const limb = 1 - 0.6 * (1 - Math.sqrt(1 - share * share));
    colors.push(...throughAir(airBefore(stage, direction[1]), vector.scale(discRadiance, limb)).map(wordOf), 65_535);
  };
  addVertex(0, 0);
  for (const share of RINGS) {
    for (let segment = 0; segment < SEGMENTS; segment += 1) addVertex(share, (360 * segment) / SEGMENTS);
  }
  return { positions: Float32Array.from(positions), colors: Uint16Array.from(colors), indices: discIndices() };
}

function discIndices(): Uint16Array {
  const indices: number[] = [];
  const at = (ring: number, segment: number): number => 1 + ring * SEGMENTS + (segment % SEGMENTS);
  for (let segment = 0; segment < SEGMENTS; segment += 1) {
    indices.push(0, at(0, segment), at(0, segment + 1));
    for (let ring = 1; ring < RINGS.length; ring += 1) {
      const [inner, nextInner] = [at(ring - 1, segment), at(ring - 1, segment + 1)];
      const [outer, nextOuter] = [at(ring, segment), at(ring, segment + 1)];
      indices.push(inner, outer, nextInner, nextInner, outer, nextOuter);
    }
  }
  return Uint16Array.from(indices);
}

function wordOf(part: number): number {
  return Math.round(65_535 * Math.max(0, Math.min(1, part)));
}
