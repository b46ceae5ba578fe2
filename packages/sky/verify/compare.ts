// Turns sky parameters into how far our sky is from Blender's own sky texture. Run by itself, prints a table of all cases.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { srgbFromLinear, type Vector3 } from '@diorama/geometry';
import { createSky, type SkyModel, type SkyParameters, skyRadiance } from '@diorama/sky';

/** The differences of one sky, in bytes of sRGB at exposure 0, and of its sun, as a share of the sun's light without air. */
export interface SkyDifference {
  readonly name: string;
  /** Mean over the dome above the horizon. */
  readonly mean: number;
  /** The largest of a pixel above the horizon. */
  readonly largest: number;
  /** Mean below the horizon. */
  readonly below: number;
  /** The largest part of the irradiance's difference. */
  readonly sun: number;
}

/**
 * The Blender to use: `DIORAMA_BLENDER`, which may be a Python that has `bpy`, or the `blender` on the PATH; none if it does
 * not run.
 */
export function findBlender(): string | undefined {
  const path = process.env.DIORAMA_BLENDER || 'blender';
  try {
    execFileSync(path, isPython(path) ? ['-c', 'import bpy'] : ['--version'], { stdio: 'ignore' });
    return path;
  } catch {
    return undefined;
  }
}

/** Renders every sky twice in one Blender process, as a panorama and around the sun, and compares. */
export function compareSkies(blender: string, cases: readonly SkyParameters[]): readonly SkyDifference[] {
  const panoramas = cases.map((parameters) => ({ ...PANORAMA, ...parameters }));
  const suns = cases.map((parameters) => {
    const { sunAzimuth: azimuth, sunElevation: elevation } = parameters;
    return { ...SUN, ...parameters, view: { azimuth, elevation, fov: fieldOfView(parameters) } };
  });
  const pictures = render(blender, [...panoramas, ...suns]);
  return cases.map((parameters, index) => {
    const sky = createSky(parameters);
    return {
      name: nameOf(parameters),
      ...comparePanorama(sky, pictures[index] as Float32Array),
      sun: compareSun(sky, pictures[cases.length + index] as Float32Array),
    };
  });
}

/** The usual sky, at a strength that shows most of the dome within black and white. */
export const USUAL: SkyParameters = {
  sunElevation: 35,
  sunAzimuth: 0,
  sunSize: 0.545,
  sunIntensity: 1,
  strength: 0.2,
  altitude: 0,
  air: 1,
  dust: 1,
  ozone: 1,
};

/** What is worth comparing: the usual sky by the sun's elevation, then every amount at its ends, at noon and in the evening. */
export const CASES: readonly SkyParameters[] = [
  ...[-5, -2, -0.1, 0.5, 4, 12, 60, 90].map((sunElevation) => ({ ...USUAL, sunElevation })),
  ...[35, 4].flatMap((sunElevation) =>
    [
      {},
      { dust: 0 },
      { dust: 10 },
      { air: 0 },
      { air: 10 },
      { ozone: 0 },
      { ozone: 10 },
      { altitude: 3000 },
      { altitude: 20_000 },
      { sunSize: 5, sunIntensity: 0.5, strength: 0.15 },
    ].map((other) => ({ ...USUAL, sunElevation, ...other })),
  ),
  { ...USUAL, sunElevation: 12, sunAzimuth: 130, air: 4, dust: 5, ozone: 6, altitude: 1000 },
  { ...USUAL, sunElevation: 60, sunAzimuth: -75, air: 2, dust: 3, ozone: 0.5, strength: 0.25 },
];

interface Size {
  readonly width: number;
  readonly height: number;
}

const PANORAMA: Size = { width: 64, height: 32 };
const SUN: Size = { width: 32, height: 32 };

function isPython(path: string): boolean {
  return /^python/i.test(basename(path));
}

/** One picture a case: width × height × RGB. */
function render(blender: string, cases: readonly Size[]): readonly Float32Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'diorama-sky-'));
  try {
    const [input, output] = [join(folder, 'cases.json'), join(folder, 'out.bin')];
    writeFileSync(input, JSON.stringify(cases));
    const script = join(import.meta.dirname, 'blender-sky.py');
    const start = isPython(blender) ? [script] : ['-b', '--factory-startup', '--python-exit-code', '1', '-P', script];
    execFileSync(blender, [...start, '--', input, output], { stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 1e8 });
    const floats = new Float32Array(new Uint8Array(readFileSync(output)).buffer);
    let end = 0;
    return cases.map(({ width, height }) => {
      const from = end;
      end += width * height * 3;
      return floats.subarray(from, end);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function comparePanorama(sky: SkyModel, theirs: Float32Array): Pick<SkyDifference, 'mean' | 'largest' | 'below'> {
  const { width, height } = PANORAMA;
  const sums = { above: 0, below: 0 };
  let largest = 0;
  for (let row = 0; row < height; row += 1) {
    const elevation = (0.5 - (row + 0.5) / height) * Math.PI;
    for (let column = 0; column < width; column += 1) {
      const azimuth = ((column + 0.5) / width - 0.5) * 2 * Math.PI;
      const ours = skyRadiance(sky, directionOf(elevation, azimuth));
      for (let part = 0; part < 3; part += 1) {
        const difference = Math.abs(
          byte(ours[part] as number) - byte(theirs[3 * (row * width + column) + part] as number),
        );
        sums[elevation > 0 ? 'above' : 'below'] += difference;
        if (elevation > 0) largest = Math.max(largest, difference);
      }
    }
  }
  const half = (width * height * 3) / 2;
  return { mean: sums.above / half, largest, below: sums.below / half };
}

/** Adds up Blender's disc over its pixels; what is not disc, is sky. */
function compareSun(sky: SkyModel, theirs: Float32Array): number {
  const { parameters } = sky;
  const pixel = (2 * Math.tan((fieldOfView(parameters) * Math.PI) / 360)) / SUN.height;
  const irradiance = [0, 0, 0];
  for (let row = 0; row < SUN.height; row += 1) {
    for (let column = 0; column < SUN.width; column += 1) {
      const x = (column + 0.5 - SUN.width / 2) * pixel;
      const y = (row + 0.5 - SUN.height / 2) * pixel;
      const spread = 1 + x * x + y * y;
      const angle = (Math.atan(Math.sqrt(x * x + y * y)) * 180) / Math.PI;
      if (angle > parameters.sunSize / 2) continue;
      const solidAngle = (pixel * pixel) / (spread * Math.sqrt(spread));
      for (let part = 0; part < 3; part += 1) {
        irradiance[part] = irradiance[part]! + theirs[3 * (row * SUN.width + column) + part]! * solidAngle;
      }
    }
  }
  // The sun's light without air, in green.
  const unit = 143.4 * parameters.strength * parameters.sunIntensity;
  return Math.max(...irradiance.map((value, part) => Math.abs(value - (sky.sunIrradiance[part] as number)) / unit));
}

/** Degrees: the disc and a little around it. */
function fieldOfView(parameters: SkyParameters): number {
  return parameters.sunSize * 1.2;
}

/** Both in radians. */
function directionOf(elevation: number, azimuth: number): Vector3 {
  const level = Math.cos(elevation);
  return [level * Math.sin(azimuth), Math.sin(elevation), -level * Math.cos(azimuth)];
}

function byte(linear: number): number {
  return 255 * srgbFromLinear(Math.max(0, Math.min(1, linear)));
}

/** Names a sky by what is unusual about it. */
function nameOf(parameters: SkyParameters): string {
  const unusual = Object.entries(parameters).filter(
    ([name, value]) => name === 'sunElevation' || value !== USUAL[name as keyof SkyParameters],
  );
  return unusual.map(([name, value]) => `${name} ${value}`).join(', ');
}

function printTable(): void {
  const blender = findBlender();
  if (blender === undefined) throw new Error('no blender on the PATH, and DIORAMA_BLENDER names none');
  const differences = compareSkies(blender, CASES);
  const average = differences.reduce((sum, { mean }) => sum + mean, 0) / differences.length;
  console.log('| sky | mean | largest | below the horizon | sun |\n| --- | --- | --- | --- | --- |');
  for (const { name, mean, largest, below, sun } of differences) {
    const numbers = [mean.toFixed(2), largest.toFixed(1), below.toFixed(2), `${(100 * sun).toFixed(2)} %`];
    console.log(`| ${name} | ${numbers.join(' | ')} |`);
  }
  console.log(`| mean of all | ${average.toFixed(2)} | | | |`);
}

if (process.argv[1] === import.meta.filename) printTable();
