// What a caller may choose about glTF files.
import type { FileId, Place } from '@diorama/diagnostics';

/** Options for `emitGltf`. */
export interface GltfOptions {
  /** What the files are called, without an ending: `waterhole` gives `waterhole.glb`. */
  readonly name: string;
  /** One `.glb`, or a `.gltf` with a `.bin` and its textures beside it. */
  readonly container: 'glb' | 'gltf';
  /**
   * `nodes`: a node for each element, which every reader understands. `gpu`: one node for all instances of a model
   * (`EXT_mesh_gpu_instancing`), far smaller, but Blender 3.4 and others refuse such files.
   */
  readonly instancing: 'nodes' | 'gpu';
  /** `dome`: the sky as a painted ball around the eye. `extras`: only its parameters. */
  readonly sky: 'dome' | 'extras';
  /** `quantize`: vertices in 8 to 16 bits (`KHR_mesh_quantization`). `meshopt`: that, and packed (`EXT_meshopt_compression`). */
  readonly compression: 'none' | 'quantize' | 'meshopt';
  /** The file at whose beginning losses are reported that have no origin: scenes that no program made. */
  readonly file: FileId;
  /** Writes a place as people read it, `waterhole.dio:12`; without it, nodes do not say where they come from. */
  readonly locate?: (place: Place) => string | undefined;
}

/** One `scene.glb` with a node for each element, a sky, and no compression. */
export const GLTF_DEFAULTS: GltfOptions = Object.freeze({
  name: 'scene',
  container: 'glb',
  instancing: 'nodes',
  sky: 'dome',
  compression: 'none',
  file: 'scene',
});
