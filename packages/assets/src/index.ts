// The asset library: procedural factories, ground materials, glTF folders.
export {};
