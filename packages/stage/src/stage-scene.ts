// Turns a scene into a stage: asks the library for every look, and decides where everything stands and what lights it.
import { type Diagnostic, type FileId, type Outcome, problem } from '@diorama/diagnostics';
import {
  atan2Degrees,
  cosDegrees,
  type LinearColor,
  meanColor,
  parseColor,
  quaternion,
  sinDegrees,
  tanDegrees,
  toLinear,
} from '@diorama/geometry';
import { type Color, cameraPose, groundOf, type Haze, type Lamp, resolveLocation, type Scene } from '@diorama/scene';
import { ambientHarmonics, createSky } from '@diorama/sky';
import type { AssetLibrary, AssetVector, Detail, GroundChoice } from './asset-library.ts';
import { groundPart, type Sight } from './ground-model.ts';
import { LOOKS_ELSE } from './problems/looks-else.ts';
import { shadowRegion } from './shadow-region.ts';
import { GROUND, type Stage, type StagedCamera, type StagedHaze, type StagedLamp, type StagedModel } from './stage.ts';
import { stageElements } from './stage-elements.ts';

/** Options for {@link stageScene}. */
export interface StageOptions {
  /** Draw a box that bears its name in place of what the library does not have, and only warn of it. */
  readonly placeholder: boolean;
  /** The file at whose beginning things without an origin are reported: scenes that no program made, and defaults. */
  readonly file: FileId;
  /** Of how many triangles the library's models are made. */
  readonly detail: Detail;
  /** The vector in a row of the scene's embeddings; undefined where it cannot be read. */
  readonly vectorOf: (row: number) => AssetVector | undefined;
}
/** What is missing is an error; a file named `scene`; models to be looked at from near by. */
export const STAGE_DEFAULTS: StageOptions = Object.freeze({
  placeholder: false,
  file: 'scene',
  detail: 'high',
  vectorOf: () => undefined,
});

/**
 * All that a renderer needs. An object that the library does not have is an error at its place in the source, and is left
 * out; what it shows in place of what was asked is a note. The same scene and library give the same stage.
 */
export function stageScene(scene: Scene, library: AssetLibrary, options: Partial<StageOptions> = {}): Outcome<Stage> {
  const settings = { ...STAGE_DEFAULTS, ...options };
  const diagnostics: Diagnostic[] = [];
  const camera = stageCamera(scene);
  const ground = stageGround(scene, library, camera, settings, diagnostics);
  const elements = stageElements(scene, library, settings);
  diagnostics.push(...elements.diagnostics);
  const models = [ground, ...elements.value];
  const sky = createSky(scene.sky);
  const haze = stageHaze(scene.haze);
  return {
    value: {
      scene,
      camera,
      sky,
      ambient: ambientHarmonics(sky, meanColor(ground.parts[0]?.material ?? { ...BLACK })),
      ...(haze && { haze }),
      lamps: scene.elements.flatMap((element, index) =>
        element.kind === 'lamp' ? [stageLamp(scene, element, index)] : [],
      ),
      shadow: shadowRegion(camera, elements.value),
      models,
    },
    diagnostics,
  };
}

const BLACK = { name: '', color: [0, 0, 0] as LinearColor, roughness: 1, metallic: 0, doubleSided: false };

function stageCamera(scene: Scene): StagedCamera {
  const { position, angles } = cameraPose(scene.camera, groundOf(scene));
  const { fov, aspect, near, far, exposure } = scene.camera;
  return { position, rotation: quaternion.cameraRotation(angles), fov, aspect, near, far, exposure };
}

function stageGround(
  scene: Scene,
  library: AssetLibrary,
  camera: StagedCamera,
  { file }: StageOptions,
  diagnostics: Diagnostic[],
): StagedModel {
  const { ground, settings } = scene;
  const choice = ground.surface?.kind === 'color' ? undefined : chooseGround(scene, library);
  if (choice?.instead !== undefined) {
    const place = ground.origin ?? { file, start: 0, end: 0 };
    diagnostics.push(problem(LOOKS_ELSE, place, `drawn as ${choice.id}`, { notes: [choice.instead] }));
  }
  const part = groundPart({
    ground,
    ...(choice && { choice }),
    heightAt: groundOf(scene),
    eye: camera.position,
    sight: sightOf(scene, camera),
    reach: groundReach(scene, camera),
  });
  return {
    name: 'ground',
    ...(choice && { asset: choice.id }),
    parts: [part],
    instances: {
      count: 1,
      elements: Uint32Array.of(GROUND),
      translations: new Float64Array(3),
      rotations: Float64Array.of(0, 0, 0, 1),
      scales: Float64Array.of(1, 1, 1),
    },
  };

  function chooseGround({ ground }: Scene, { chooseGround: choose }: AssetLibrary): GroundChoice {
    const appearance = ground.surface?.kind === 'appearance' ? ground.surface.appearance : undefined;
    return choose({ ...(appearance && { appearance }), seed: settings.seed });
  }
}

/** Some land beside the picture, for who turns his head a little, degrees. */
const ASIDE = 8;
/** From this pitch on the picture's corners may look anywhere, degrees. */
const STEEP = 80;

function sightOf(scene: Scene, { fov, aspect }: StagedCamera): Sight {
  const { yaw, pitch } = cameraPose(scene.camera, groundOf(scene)).angles;
  const corner = atan2Degrees(tanDegrees(fov / 2) * Math.sqrt(1 + aspect * aspect), 1);
  if (Math.abs(pitch) + corner >= STEEP) return { heading: yaw, halfWidth: 180 };
  // Looking down widens what lies between the picture's sides.
  return {
    heading: yaw,
    halfWidth: Math.min(180, atan2Degrees(sinDegrees(corner), cosDegrees(Math.abs(pitch) + corner)) + ASIDE),
  };
}

/** More would only cost precision, metres. */
const FARTHEST_GROUND = 100_000;
/** Even a camera that sees no farther than its desk stands on land. */
const NEAREST_GROUND = 100;

/** As far as one sees, and a little beyond, so that the land does not end before the view does. */
function groundReach(scene: Scene, { far }: StagedCamera): number {
  const farthest = scene.elements.reduce((most, { at }) => Math.max(most, Math.abs(at.x), Math.abs(at.z)), 0);
  return Math.min(FARTHEST_GROUND, Math.max(NEAREST_GROUND, 1.1 * far, 2 * farthest));
}

/** The haze's upper end above the eye, metres: thick enough to hide the horizon, thin enough to leave a sky. */
export const HAZE_CEILING = 100;

/** Koschmieder's constant: at the visibility, 2 % of the contrast are left. */
const KOSCHMIEDER = 3.912;

function stageHaze(haze: Haze | undefined): StagedHaze | undefined {
  if (haze === undefined) return undefined;
  const { kind, value } = haze.extent;
  const density = kind === 'density' ? value : KOSCHMIEDER / value;
  return density === 0 ? undefined : { density, color: linearOf(haze.color), ceiling: HAZE_CEILING };
}

function stageLamp(scene: Scene, lamp: Lamp, element: number): StagedLamp {
  const { power, radius } = lamp;
  const color = linearOf(lamp.color);
  const share = power / (4 * Math.PI);
  return {
    element,
    position: resolveLocation(scene, lamp.at),
    intensity: [color[0] * share, color[1] * share, color[2] * share],
    power,
    color,
    radius,
  };
}

function linearOf(color: Color): LinearColor {
  return toLinear(parseColor(color) ?? [0, 0, 0]);
}
