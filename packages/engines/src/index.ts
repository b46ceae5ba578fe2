// Drives Chromium and Blender.
// biome-ignore-all assist/source/organizeImports: ordered by hand, as a table of contents

// Chromium.
export { findChromium, type FoundChromium } from './chromium/find-chromium.ts';
export {
  CHROMIUM_DEFAULTS,
  type Chromium,
  type ChromiumOptions,
  type ChromiumPicture,
  openChromium,
  type OpenPage,
  PICTURE_DEFAULTS,
  type PictureOptions,
  type ThreeBench,
} from './chromium/open-chromium.ts';

// Blender.
export { findBlender, type AbsentBlender, type Blender } from './blender/find-blender.ts';
export {
  BLENDER_RENDER_DEFAULTS,
  type BlenderPicture,
  type BlenderProgram,
  type BlenderRenderOptions,
  type BlenderSession,
  openBlender,
} from './blender/open-blender.ts';
