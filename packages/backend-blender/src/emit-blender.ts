// Turns a stage into a Blender Python program.
import type { Outcome, Place } from '@diorama/diagnostics';
import type { Scene } from '@diorama/scene';
import type { Stage } from '@diorama/stage';
import { createContext, type EmitContext } from './context.ts';
import { type DataFile, writeData } from './data-store.ts';
import { noteLongNames } from './problems/blender-long-name.ts';
import { FREE_LIGHT_FUNCTIONS } from './python/free-light.ts';
import { DATA_HELPERS, MATERIAL_HELPERS, NODE_HELPERS, OBJECT_HELPERS } from './python/helpers.ts';
import { LIGHT_FUNCTIONS, RENDER_FUNCTIONS } from './python/scene-functions.ts';
import { pythonDocText } from './python-literal.ts';
import { writeConstants } from './write-constants.ts';
import { writeThings } from './write-things.ts';

/** Options for {@link emitBlender}. */
export interface BlenderOptions {
  /** What the program's file is called: its own words about how to run it, and the name of its data folder, say so. */
  readonly fileName: string;
  /** `inline`: one file that carries its meshes. `files`: meshes and images in a folder beside it. */
  readonly meshData: 'inline' | 'files';
  /** The folder of those files, as seen from the program's. Left out: the program's name with `-data`. */
  readonly dataFolder?: string;
  /** The picture's width in pixels; its height follows from the camera's aspect. `--size` changes it. */
  readonly width: number;
  /** Rays a pixel. `--samples` changes it. */
  readonly samples: number;
  /** How a place in the source is written down with an object: `meadow.dio:12`. Left out, objects do not say. */
  readonly locate?: (place: Place) => string | undefined;
}

export const BLENDER_DEFAULTS: BlenderOptions = Object.freeze({
  fileName: 'scene.py',
  meshData: 'inline',
  width: 1024,
  samples: 64,
});

/** A program, and what it reads. */
export interface BlenderFiles {
  /** Python, ASCII. */
  readonly program: string;
  /** The folder beside the program in which `data` belongs; none if the program carries all. */
  readonly dataFolder?: string;
  readonly data: readonly DataFile[];
}

/**
 * Writes a program for Blender 3.4 and later that builds the stage and, on request, renders it. Deterministic. The
 * diagnostics are of what Blender cannot keep.
 */
export function emitBlender(stage: Stage, options: Partial<BlenderOptions> = {}): Outcome<BlenderFiles> {
  const ctx = createContext({ ...BLENDER_DEFAULTS, ...options });
  const things = writeThings(ctx, stage);
  const isInline = ctx.options.meshData === 'inline';
  const { fileName, dataFolder = `${fileName.replace(/^.*\//, '').replace(/\.py$/, '')}-data` } = ctx.options;
  const program = [
    writeHeader(ctx, stage.scene),
    writeConstants(ctx, stage, isInline ? undefined : dataFolder),
    DATA_HELPERS,
    NODE_HELPERS,
    MATERIAL_HELPERS,
    OBJECT_HELPERS,
    LIGHT_FUNCTIONS,
    things,
    FREE_LIGHT_FUNCTIONS,
    RENDER_FUNCTIONS,
    ...(isInline ? [`${DATA_HEADING}\n\n${writeData(ctx.store)}`] : []),
    `if __name__ == '__main__':\n    main()\n`,
  ].join('\n\n');
  return {
    value: isInline ? { program, data: [] } : { program, dataFolder, data: ctx.store.files },
    diagnostics: noteLongNames(stage.scene),
  };
}

function writeHeader({ options }: EmitContext, { settings }: Scene): string {
  const name = settings.name === '' ? 'Scene' : settings.name;
  const file = pythonDocText(options.fileName);
  const credits = settings.credits === '' ? '' : `\n\n${pythonDocText(settings.credits).replaceAll('\\n', '\n')}`;
  return `"""${pythonDocText(name)}: a scene for Blender 3.4 and later.

To render it:
    blender -b -P ${file} -- --render picture.png --engine CYCLES
To keep it as a .blend file:
    blender -b -P ${file} -- --save scene.blend
All options:
    blender -b -P ${file} -- --help
Or open it in Blender's text editor and run it: it builds the scene as a new one.

Lengths are metres, Z is up, light is linear sRGB.${credits}
"""
import argparse
import base64
import json
import math
import os
import sys
import zlib
from array import array

import bpy
from mathutils import Vector`;
}

const DATA_HEADING =
  '# ---- Meshes and images -----------------------------------------------------------------------------------------------\n' +
  '# Arrays of numbers, compressed (zlib) and written in base64.';
