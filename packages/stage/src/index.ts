// The stage: what renderers draw, and how a scene becomes it.

export type {
  AssetChoice,
  AssetLibrary,
  AssetRequest,
  AssetVector,
  ChosenAsset,
  Detail,
  GroundChoice,
  GroundRequest,
  MissingAsset,
} from './asset-library.ts';
export { DETAILS } from './asset-library.ts';
export { elementName } from './element-name.ts';
export { STAGE_PAGES } from './problems/index.ts';
export type { Instances, Sphere, Stage, StagedCamera, StagedHaze, StagedLamp, StagedModel } from './stage.ts';
export { BACKGROUND_ID, GROUND, GROUND_ID, idOf } from './stage.ts';
export { SHEET_RISE } from './stage-elements.ts';
export { HAZE_CEILING, STAGE_DEFAULTS, type StageOptions, stageScene } from './stage-scene.ts';
