// The scene: its types, what holds in it, where its things are, and its JSON form.

export { type CameraPose, cameraAngles, cameraFrame, cameraPose, fixedPoint, viewPoint } from './camera-frame.ts';
export type { BrokenBelief } from './find-broken.ts';

export { type GroundHeight, groundHeight } from './ground-height.ts';
export { groundOf, resolveLocation, rotationQuaternion, worldRotation } from './resolve.ts';
export type {
  Annotations,
  Appearance,
  Box,
  Camera,
  CameraAngles,
  CameraTarget,
  Color,
  Cone,
  Cylinder,
  Element,
  EmbeddingFile,
  FixedLocation,
  Ground,
  Haze,
  Lamp,
  Location,
  ObjectClass,
  Placed,
  Plane,
  Point,
  Provenance,
  Rotation,
  Scene,
  SceneObject,
  SceneSettings,
  Sky,
  Sphere,
  Water,
} from './scene.ts';
export { type SceneReading, sceneFromJson } from './scene-from-json.ts';
export { type Json, type JsonObject, sceneSchema } from './scene-schema.ts';
export { SCENE_VERSION } from './scene-shape.ts';
export { type JsonOrigin, type SceneJsonOptions, type Sources, sceneToJson } from './scene-to-json.ts';
export { validateScene } from './validate-scene.ts';
