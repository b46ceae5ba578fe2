// The live tree: light, places and looks are the stage's, in three's own units.
import * as THREE from 'three';
import { expect, test } from 'vitest';
import { type BuiltScene, buildThree } from '../src/index.ts';
import { boxStage } from './support/box-stage.ts';

const stage = boxStage({ exposure: 1, haze: true });
const built = buildThree(THREE, stage);

function meshOf({ meshes }: Pick<BuiltScene, 'meshes'>, name: string): THREE.Mesh {
  const mesh = meshes.find((candidate) => candidate.name === name);
  if (mesh === undefined) throw new Error(`no mesh ${name} among ${meshes.map((one) => one.name).join(', ')}`);
  return mesh;
}

test('light is brightened by the exposure: 1 EV doubles it', () => {
  const { sun, lamps, scene } = built;
  const light = (color: THREE.Color, intensity: number) => color.toArray().map((part) => part * intensity);
  expect(light(sun.color, sun.intensity)).toEqual([2.4, 2.2, 1.9].map((part) => expect.closeTo(2 * part, 9)));
  const [lamp] = lamps;
  expect(lamp && light(lamp.color, lamp.intensity)).toEqual([8, 6, 4].map((part) => expect.closeTo(part, 9)));
  expect(lamp).toMatchObject({ decay: 2, distance: 0, name: 'box 5', userData: { id: 6 } });
  const probe = scene.getObjectByName('ambient') as THREE.LightProbe;
  const coefficients = probe.sh.coefficients.flatMap((coefficient) => coefficient.toArray());
  expect(coefficients).toEqual(stage.ambient.map((part) => expect.closeTo(2 * part, 9)));
});

test('the sun stands where the light comes from, and its map holds the sphere of shadows', () => {
  const { sun } = built;
  const direction = sun.position.clone().sub(sun.target.position).normalize();
  expect(direction.distanceTo(new THREE.Vector3(...stage.sky.sunDirection))).toBeLessThan(1e-6);
  expect(sun.target.position.toArray()).toEqual([...stage.shadow.center]);
  const { left, right, top, bottom, near, far } = sun.shadow.camera;
  expect([left, right, top, bottom]).toEqual([-12, 12, 12, -12]);
  const distance = sun.position.distanceTo(sun.target.position);
  expect(near).toBeLessThanOrEqual(distance - 12);
  expect(far).toBeGreaterThanOrEqual(distance + 12 - 1e-6);
  expect(sun.castShadow).toBe(true);
  expect(buildThree(THREE, stage, { shadows: false }).sun.castShadow).toBe(false);
});

test('the camera is the program’s', () => {
  const { camera } = built;
  expect(camera.position.toArray()).toEqual([0, 1, 0]);
  expect(camera).toMatchObject({ fov: 90, aspect: 1, near: 0.05, far: 5000 });
  expect(camera.getWorldDirection(new THREE.Vector3()).toArray()).toEqual(
    [0, 0, -1].map((part) => expect.closeTo(part)),
  );
});

test('one instance is a mesh, more are instances of one', () => {
  const boxes = meshOf(built, 'box: paint');
  expect(boxes).toBeInstanceOf(THREE.InstancedMesh);
  const matrix = new THREE.Matrix4();
  (boxes as THREE.InstancedMesh).getMatrixAt(1, matrix);
  expect(matrix.toArray()).toEqual([2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 2, 0, 0, 1, -9, 1]);
  expect(boxes.userData).toEqual({ ids: [2, 3], names: ['box 1', 'box 2'] });
  const ball = meshOf(built, 'ball: steel');
  expect(ball).not.toBeInstanceOf(THREE.InstancedMesh);
  expect(ball.position.toArray()).toEqual([1.5, 0, -5]);
});

test('every id leads to its object', () => {
  expect([...built.objects].map(([id, { name, index, object }]) => [id, name, index, object.name])).toEqual([
    [1, 'ground', 0, 'ground'],
    [2, 'box 1', 0, 'box'],
    [3, 'box 2', 1, 'box'],
    [4, 'box 3', 0, 'ball'],
    [5, 'box 4', 0, 'leaf'],
  ]);
});

test('what is matte is Lambert, the rest metallic-roughness', () => {
  expect(meshOf(built, 'box: paint').material).toBeInstanceOf(THREE.MeshLambertMaterial);
  expect(meshOf(built, 'ball: steel').material).toMatchObject({
    type: 'MeshStandardMaterial',
    roughness: 0.3,
    metalness: 1,
  });
  expect(meshOf(built, 'leaf: leaf').material).toMatchObject({ alphaTest: 0.5, side: THREE.DoubleSide });
  expect(meshOf(built, 'box: paint').material).toMatchObject({ vertexColors: true, side: THREE.FrontSide });
  expect(meshOf(built, 'ground: soil').material).toMatchObject({ vertexColors: false });
});

test('even ground throws no shadow, all else does, and everything takes it', () => {
  expect(meshOf(built, 'ground: soil').castShadow).toBe(false);
  expect(meshOf(built, 'box: paint').castShadow).toBe(true);
  expect(built.meshes.every(({ receiveShadow }) => receiveShadow)).toBe(true);
});

test('each scale of a texture is the mean light of the one before', () => {
  const material = meshOf(built, 'leaf: leaf').material as THREE.MeshLambertMaterial;
  const scales = (material.map as THREE.DataTexture).mipmaps as { data: Uint8Array; width: number }[];
  expect(scales.map(({ width }) => width)).toEqual([64, 32, 16, 8, 4, 2, 1]);
  // One color throughout; half of it is cut out.
  expect([...(scales.at(-1)?.data ?? [])]).toEqual([60, 160, 40, 128]);
});

test('black and white mix to linear grey, sRGB 188', () => {
  const pixels = Uint8Array.of(0, 0, 0, 255, 255, 255, 255, 255);
  const [ground] = stage.models;
  const part = ground?.parts[0];
  if (ground === undefined || part === undefined) throw new Error('the stage has a ground');
  const texture = { image: { width: 2, height: 1, pixels }, wrapU: 'repeat', wrapV: 'mirror' } as const;
  const painted = { ...ground, parts: [{ ...part, material: { ...part.material, texture } }] };
  const { meshes } = buildThree(THREE, { ...stage, models: [painted] });
  const { material } = meshOf({ meshes }, 'ground: soil');
  const map = (material as THREE.MeshLambertMaterial).map as THREE.DataTexture;
  const [, smaller] = map.mipmaps as { data: Uint8Array }[];
  expect([...(smaller?.data ?? [])]).toEqual([188, 188, 188, 255]);
  expect([map.wrapS, map.wrapT]).toEqual([THREE.RepeatWrapping, THREE.MirroredRepeatWrapping]);
});

test('dispose frees every geometry, material and texture', () => {
  const { meshes, sky, dispose } = buildThree(THREE, stage);
  const freed = new Set<unknown>();
  const watched = meshes.flatMap(({ geometry, material, customDepthMaterial }) =>
    [geometry, ...[material].flat(), customDepthMaterial].filter((thing) => thing !== undefined),
  );
  for (const thing of [...watched, sky.geometry]) thing.addEventListener('dispose', () => freed.add(thing));
  dispose();
  expect(freed.size).toBe(new Set([...watched, sky.geometry]).size);
});
