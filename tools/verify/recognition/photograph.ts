// Turns a species into a picture as a photographer would take it: on the ground that it lives on, under the sky of a clear day.
import type { Library } from '@diorama/assets';
import { memoryWorld, stageFile } from '@diorama/compiler';
import { cosDegrees, type Model, quaternion, sinDegrees, tanDegrees } from '@diorama/geometry';
import type { createRasterizer, Picture } from '@diorama/rasterizer';
import type { Stage } from '@diorama/stage';

/** What is photographed, and from where. */
export interface Subject {
  /** `carnivore/lion` */
  readonly species: string;
  readonly individual: number;
  readonly pose: string;
  /** Its height in nature, metres: blades of grass are as large beside it as they should be. */
  readonly height: number;
  /** A ground of the library. */
  readonly ground: string;
  /** Degrees by which it is turned to the left; 0 looks at us. */
  readonly yaw: number;
}

/** Degrees: a long lens, held a little above the middle of the animal. */
const FOV = 20;
const PITCH = -8;
/** What is lower than so many metres is looked down at, so that no sky is behind it. */
const LOW = 0.7;
const PITCH_OF_LOW = -14;
/** The share of the picture that the animal fills at most. */
const FILLED = 0.75;

export function photograph(
  library: Library,
  rasterizer: ReturnType<typeof createRasterizer>,
  subject: Subject,
  size: number,
): Picture {
  const { species, individual, pose, height, ground, yaw } = subject;
  const program = `scene { seed: 1 }
camera { position: (0, 1, 4), target: (0, 0.5, 0), fov: ${FOV}, aspect: 1 }
sky { sun_elevation: 42, sun_azimuth: 215 }
haze { visibility: 3km }
ground { appearance: asset("ground/${ground}") }
${species.split('/')[0]} { at: (0, 0), height: ${height}, rotation: yaw(${yaw}), pose: ${pose}, appearance: asset("${species}#${individual}") }
`;
  const staged = stageFile(memoryWorld({ 'photograph.dio': program }), 'photograph.dio', { library });
  if ('unreadable' in staged) throw new Error(`${species} on ${ground} cannot be staged`);
  const { stage } = staged.value;
  if (stage === undefined) throw new Error(`${species} on ${ground} cannot be staged`);
  const animal = library.build({ kind: 'asset', id: `${species}#${individual}`, key: species, pose, phase: 0 });
  if ('reason' in animal) throw new Error(`${species} cannot be built: ${animal.reason}`);
  return rasterizer.render(
    { ...stage, camera: aimed(stage, animal, height, yaw) },
    { width: size, height: size, samples: 3 },
  );
}

/** The camera where the animal fills the picture. */
function aimed({ camera }: Stage, { parts }: Model, height: number, yaw: number): Stage['camera'] {
  const [cosine, sine] = [cosDegrees(yaw), sinDegrees(yaw)];
  const [across, up, along] = [rangeOf(), rangeOf(), rangeOf()];
  for (const { mesh } of parts) {
    const { positions } = mesh;
    for (let at = 0; at < positions.length; at += 3) {
      const [x, y, z] = [0, 1, 2].map((axis) => height * positions[at + axis]!) as [number, number, number];
      widen(across, x * cosine + z * sine);
      widen(up, y);
      widen(along, z * cosine - x * sine);
    }
  }
  const reach = Math.max(sizeOf(across), sizeOf(up)) / 2 / FILLED;
  // What is nearer looks larger.
  const pitch = height < LOW ? PITCH_OF_LOW : PITCH;
  const distance = reach / tanDegrees(FOV / 2) + sizeOf(along) / 4;
  return {
    ...camera,
    position: [
      middleOf(across),
      middleOf(up) - distance * sinDegrees(pitch),
      middleOf(along) + distance * cosDegrees(pitch),
    ],
    rotation: quaternion.cameraRotation({ yaw: 0, pitch, roll: 0 }),
  };
}

/** What coordinates lie between. */
interface Range {
  least: number;
  greatest: number;
}

function rangeOf(): Range {
  return { least: Infinity, greatest: -Infinity };
}

function widen(range: Range, value: number): void {
  range.least = Math.min(range.least, value);
  range.greatest = Math.max(range.greatest, value);
}

function sizeOf({ least, greatest }: Range): number {
  return greatest - least;
}

function middleOf({ least, greatest }: Range): number {
  return (greatest + least) / 2;
}
