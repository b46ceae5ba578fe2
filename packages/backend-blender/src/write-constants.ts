// Turns what a stage says of picture, camera, sky and air into the constants at the program's head.
import type { LinearColor } from '@diorama/geometry';
import { MATTE_ROUGHNESS, vector } from '@diorama/geometry';
import { idOf, type Stage } from '@diorama/stage';
import { cameraToBlender, irradianceToBlender, toBlender } from './axes.ts';
import type { EmitContext } from './context.ts';
import { pythonFloat, pythonString, pythonTuple } from './python-literal.ts';

/** `dataFolder` is left out if the program carries its data. */
export function writeConstants({ options }: EmitContext, stage: Stage, dataFolder: string | undefined): string {
  const { camera, sky, haze } = stage;
  const { parameters } = sky;
  const height = Math.max(1, Math.round(options.width / camera.aspect));
  return `# ---- What the picture is ---------------------------------------------------------------------------------------------

NAME = ${pythonString(stage.scene.settings.name === '' ? 'Scene' : stage.scene.settings.name)}
FILE = ${pythonString(options.fileName)}
DATA_FOLDER = ${dataFolder === undefined ? 'None  # the data is at the end of this file' : pythonString(dataFolder)}
SIZE = (${options.width}, ${height})  # pixels
SAMPLES = ${options.samples}  # rays a pixel
EXPOSURE = ${pythonFloat(camera.exposure)}  # EV: each step doubles the brightness

# The camera: metres, a quaternion (w, x, y, z), and the vertical angle of view in degrees.
CAMERA = dict(
    at=${pythonTuple(toBlender(camera.position))},
    rotation=${pythonTuple(cameraToBlender(camera.rotation))},
    fov=${pythonFloat(camera.fov)},
    near=${pythonFloat(camera.near)},
    far=${pythonFloat(camera.far)},
)

# The parameters of Blender's physical sky; angles in degrees, the altitude in metres.
SKY = dict(
    sun_elevation=${pythonFloat(parameters.sunElevation)},
    sun_azimuth=${pythonFloat(parameters.sunAzimuth)},
    altitude=${pythonFloat(parameters.altitude)},
    air=${pythonFloat(parameters.air)},
    dust=${pythonFloat(parameters.dust)},
    ozone=${pythonFloat(parameters.ozone)},
    strength=${pythonFloat(parameters.strength)},
)

# The sun as that sky lets it through: where it is, what falls on a surface that faces it, the middle of its disc.
SUN = dict(
    direction=${pythonTuple(toBlender(sky.sunDirection))},
    irradiance=${pythonTuple(sky.sunIrradiance)},
    size=${pythonFloat(parameters.sunSize)},
    disc=${pythonTuple(sky.discRadiance)},
)

# What the ground sends upwards, and how far from the camera shadows are worth drawing, in metres.
GROUND_LIGHT = ${pythonTuple(groundLight(stage))}
SHADOW_DISTANCE = ${pythonFloat(shadowDistance(stage))}

# The light of sky and ground on a surface that stands free, by its normal: the colors of 1, x, y, z, xy, yz, xz, yy, xx - zz.
# Pictures without shadows (--no-shadows) are lit by it.
IRRADIANCE = (
${irradianceToBlender(stage.ambient)
  .map((color) => `    ${pythonTuple(color)},\n`)
  .join('')})

# Light of a distance d is dimmed by exp(-density * d), and the color comes in; up to the ceiling above the camera.
HAZE = ${
    haze === undefined
      ? 'None'
      : `dict(density=${pythonFloat(haze.density)}, color=${pythonTuple(haze.color)}, ceiling=${pythonFloat(haze.ceiling)})`
  }

MATTE_ROUGHNESS = ${MATTE_ROUGHNESS}  # from here on a surface is perfectly dull
ID_STEP = ${ID_STEP}  # Blender's object indices are smaller than this
LARGEST_ID = ${largestId(stage)}
`;
}

/** The even light of the lower half of the dome: what `ambient` has and the sky alone has not. */
function groundLight({ ambient, sky }: Stage): LinearColor {
  const part = (index: number) =>
    Math.max(0, (ambient[index] ?? 0) - (sky.harmonics[index] ?? 0)) / (FLAT_HARMONIC * 2 * Math.PI);
  return [part(0), part(1), part(2)];
}

/** To the far end of what is worth a shadow. */
function shadowDistance({ camera, shadow }: Stage): number {
  return vector.distance(camera.position, shadow.center) + shadow.radius;
}

function largestId({ models }: Stage): number {
  let largest = 0;
  for (const { instances } of models) {
    for (const element of instances.elements) largest = Math.max(largest, idOf(element));
  }
  return largest;
}

/** The basis function of degree 0: 1 / (2 √π). */
const FLAT_HARMONIC = 0.282094791773878;

/** Object indices are 15 bits in Blender. */
const ID_STEP = 32768;
