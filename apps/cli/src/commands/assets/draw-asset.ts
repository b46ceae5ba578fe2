// Turns an asset into a picture of it that is filled by it: standing on plain ground in the light of a clear day.
import { boundsOf, type Library } from '@diorama/assets';
import { memoryWorld, stageFile } from '@diorama/compiler';
import { invariant } from '@diorama/diagnostics';
import { cosDegrees, type Model, quaternion, sinDegrees, tanDegrees } from '@diorama/geometry';
import { createRasterizer } from '@diorama/rasterizer';
import type { ChosenAsset, Detail, Stage } from '@diorama/stage';

export interface AssetView {
  readonly choice: ChosenAsset;
  readonly kind: string;
  /** Of both sides, pixels. */
  readonly size: number;
  /** Degrees by which it is turned to the left; 0 looks at us. What shows most of its class, if left out. */
  readonly yaw?: number;
}

/** Four bytes a pixel. */
export interface AssetPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Draws one picture after the other, over the same buffers; undefined for what cannot be built. */
export function createAssetPainter(library: Library): (view: AssetView) => AssetPicture | undefined {
  const rasterizer = createRasterizer();
  return ({ choice, kind, size, yaw = YAW[kind] ?? USUAL_YAW }) => {
    const model = library.build(choice);
    if ('reason' in model) return undefined;
    const stage = stageOf(library, choice, kind, yaw);
    if (stage === undefined) return undefined;
    const { color } = rasterizer.render(
      { ...stage, camera: cameraFor(stage, model, yaw) },
      {
        width: size,
        height: size,
        samples: 3,
      },
    );
    return { width: size, height: size, pixels: color.slice() };
  };
}

/** Draws grounds, seen as one sees them who stands there: a piece of about three by three metres, in the light of the same day. */
export function createGroundPainter(
  library: Library,
): (view: { readonly id: string; readonly size: number }) => AssetPicture | undefined {
  const rasterizer = createRasterizer();
  return ({ id, size }) => {
    const stage = stageProgram(
      library,
      `scene { seed: 1 }
camera { position: (0, 1.7, 1.9), target: (0, 0, 0), fov: 52, aspect: 1 }
sky { sun_elevation: 42, sun_azimuth: 215 }
ground { appearance: asset("${id}") }
`,
    );
    if (stage === undefined) return undefined;
    const { color } = rasterizer.render(stage, { width: size, height: size, samples: 3 });
    return { width: size, height: size, pixels: color.slice() };
  };
}

/** Degrees: animals are turned so that one sees head and flank, what grows a little. */
const YAW: Readonly<Record<string, number>> = { carnivore: 55, herbivore: 55, bird: 55 };
const USUAL_YAW = 25;
const FOV = 24;
const PITCH = -9;

function stageOf(
  library: Library,
  { id, pose, phase, detail }: ChosenAsset,
  kind: string,
  yaw: number,
): Stage | undefined {
  const isAnimal = YAW[kind] !== undefined;
  const movement = isAnimal && pose !== undefined ? `, pose: ${pose}, phase: ${phase ?? 0}` : '';
  const program = `scene { seed: 1 }
camera { position: (0, 1, 4), target: (0, 0.5, 0), fov: ${FOV}, aspect: 1 }
sky { sun_elevation: 42, sun_azimuth: 215 }
ground { color: #8c9184 }
${kind} { at: (0, 0), height: 1, rotation: yaw(${yaw}), appearance: asset("${id}")${movement} }
`;
  return stageProgram(library, program, detail);
}

function stageProgram(library: Library, program: string, detail?: Detail): Stage | undefined {
  const staged = stageFile(memoryWorld({ 'sheet.dio': program }), 'sheet.dio', {
    library,
    ...(detail === undefined ? {} : { detail }),
  });
  return 'unreadable' in staged ? undefined : staged.value.stage;
}

/** Looks at the middle of the model from as far as it takes to see all of it. */
function cameraFor({ camera }: Stage, model: Model, yaw: number): Stage['camera'] {
  const bounds = boundsOf(model);
  invariant(bounds !== undefined, 'what is drawn has vertices');
  // What is in the ground cannot be seen.
  const { least: lowest, greatest } = bounds;
  const least = [lowest[0], Math.max(0, lowest[1]), lowest[2]] as const;
  const [cosine, sine] = [cosDegrees(yaw), sinDegrees(yaw)];
  const [x, z] = [(least[0] + greatest[0]) / 2, (least[2] + greatest[2]) / 2];
  const wide = (greatest[0] - least[0]) * Math.abs(cosine) + (greatest[2] - least[2]) * Math.abs(sine);
  const deep = (greatest[0] - least[0]) * Math.abs(sine) + (greatest[2] - least[2]) * Math.abs(cosine);
  const tall = greatest[1] - least[1];
  const reach = Math.max(tall * 1.06, wide * 1.04) / 2;
  const distance = reach / tanDegrees(FOV / 2) + deep / 2;
  const [across, along] = [x * cosine + z * sine, z * cosine - x * sine];
  const middle = (greatest[1] + least[1]) / 2;
  return {
    ...camera,
    position: [across, middle - distance * sinDegrees(PITCH), along + distance * cosDegrees(PITCH)],
    rotation: quaternion.cameraRotation({ yaw: 0, pitch: PITCH, roll: 0 }),
  };
}
