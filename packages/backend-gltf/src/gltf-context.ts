// What all writers of one glTF file share.

import type * as geometry from '@diorama/geometry';
import { pow } from '@diorama/geometry';
import type { Stage } from '@diorama/stage';
import {
  type Accessor,
  type Buffer,
  Document,
  Logger,
  type Material,
  type Scene,
  type Texture,
} from '@gltf-transform/core';
import type { GltfOptions } from './gltf-options.ts';
import type { Numbers } from './place-arrays.ts';

export interface GltfContext {
  readonly stage: Stage;
  readonly options: GltfOptions;
  readonly document: Document;
  readonly buffer: Buffer;
  readonly scene: Scene;
  /** 2^exposure: glTF has no exposure, so all light is written as the camera takes it. */
  readonly exposure: number;
  /** What is written once, however often it is used. By identity. */
  readonly accessors: Map<ArrayLike<number>, Accessor>;
  /** What `placeArrays` puts in the place of stand-ins: nothing where meshes are compressed, for that needs the numbers. */
  readonly arrays: Numbers[];
  readonly materials: Map<geometry.Material, Material>;
  readonly textures: Map<geometry.Image, Texture>;
}

export function createContext(stage: Stage, options: GltfOptions): GltfContext {
  const document = new Document().setLogger(new Logger(Logger.Verbosity.SILENT));
  const { name, credits } = stage.scene.settings;
  const asset = document.getRoot().getAsset();
  asset.generator = 'Diorama';
  if (credits !== '') asset.copyright = credits;
  const scene = document.createScene(name);
  document.getRoot().setDefaultScene(scene);
  return {
    stage,
    options,
    document,
    buffer: document.createBuffer(),
    scene,
    exposure: pow(2, stage.camera.exposure),
    accessors: new Map(),
    arrays: [],
    materials: new Map(),
    textures: new Map(),
  };
}
