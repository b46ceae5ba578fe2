// What all parts of one emission share.
import type { DataStore } from './data-store.ts';
import type { BlenderOptions } from './emit-blender.ts';
import { createNameGiver, type NameGiver } from './name-giver.ts';
import { FREE_LIGHT_FUNCTIONS } from './python/free-light.ts';
import { DATA_HELPERS, MATERIAL_HELPERS, NODE_HELPERS, OBJECT_HELPERS } from './python/helpers.ts';
import { LIGHT_FUNCTIONS, RENDER_FUNCTIONS } from './python/scene-functions.ts';

export interface EmitContext {
  readonly options: BlenderOptions;
  readonly store: DataStore;
  /** Names of Python variables. */
  readonly nameVariable: NameGiver;
  /** Names of data. */
  readonly nameData: NameGiver;
}

export function createContext(options: BlenderOptions): EmitContext {
  return {
    options,
    store: { files: [] },
    nameVariable: createNameGiver([...HELPER_NAMES, ...USED_NAMES]),
    nameData: createNameGiver(['table_numbers', 'table_texts']),
  };
}

/** What the helpers define: a variable of that name would hide it. */
const HELPER_NAMES: readonly string[] = Array.from(
  [
    DATA_HELPERS,
    NODE_HELPERS,
    MATERIAL_HELPERS,
    OBJECT_HELPERS,
    LIGHT_FUNCTIONS,
    FREE_LIGHT_FUNCTIONS,
    RENDER_FUNCTIONS,
  ]
    .join('\n')
    .matchAll(/^(?:def|class) (\w+)/gm),
  (match) => match[1] as string,
);

const USED_NAMES: readonly string[] = [
  'scene',
  'bpy',
  'math',
  'json',
  'os',
  'sys',
  'zlib',
  'base64',
  'array',
  'argparse',
  'dict',
  'float',
];
