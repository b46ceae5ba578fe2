// Turns a stage into a Blender Python program.
export {};
