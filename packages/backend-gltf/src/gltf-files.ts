// The files of a glTF asset, as bytes.

export interface GltfFiles {
  /** The one to open: the first of `files`. */
  readonly main: string;
  readonly files: readonly GltfFile[];
}

export interface GltfFile {
  /** Of the file alone, no folder: `waterhole.glb`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}
