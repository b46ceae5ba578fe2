// Asset files: the user's glTF models into a library folder, and the library's assets into glTF files.
export { ASSET_FILES_PAGES } from './problems/index.ts';
