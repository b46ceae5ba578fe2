// Drives Chromium and Blender.
export {};
