// Turns a built scene into pixels: several samples a pixel, averaged in linear light.
import type * as Three from 'three';
import type { BuiltScene, ThreeModule } from './build-tree.ts';
import { RESOLVE_FRAGMENT, RESOLVE_VERTEX } from './picture-shaders.ts';

/** Draws a picture of `samples` × `samples` samples a pixel. Four bytes a pixel, sRGB and opaque; rows from the top. */
export function renderPicture(
  THREE: ThreeModule,
  renderer: Three.WebGLRenderer,
  built: BuiltScene,
  size: { readonly width: number; readonly height: number; readonly samples: number },
): Uint8Array {
  const { width, height } = size;
  const painter = createPainter(THREE, renderer, built, size);
  painter.paint();
  const rows = new Uint8Array(4 * width * height);
  renderer.readRenderTargetPixels(painter.target, 0, 0, width, height, rows);
  painter.dispose();
  const pixels = new Uint8Array(rows.length);
  for (let y = 0; y < height; y += 1) {
    pixels.set(rows.subarray(4 * width * (height - 1 - y), 4 * width * (height - y)), 4 * width * y);
  }
  return pixels;
}

/** What draws one picture after another. */
export interface Painter {
  /** Where pictures for reading go, in bytes. */
  readonly target: Three.WebGLRenderTarget;
  /** Draws into the target. */
  readonly paint: () => void;
  /** Draws onto the renderer's canvas, which is to have the painter's size. */
  readonly show: () => void;
  readonly dispose: () => void;
}

/** Sets up what {@link renderPicture} needs. */
export function createPainter(
  THREE: ThreeModule,
  renderer: Three.WebGLRenderer,
  built: BuiltScene,
  { width, height, samples }: { readonly width: number; readonly height: number; readonly samples: number },
): Painter {
  // Half floats keep light linear and unclipped; a float depth does not let far surfaces flicker.
  const fine = new THREE.WebGLRenderTarget(width * samples, height * samples, {
    type: THREE.HalfFloatType,
    minFilter: THREE.NearestFilter,
    magFilter: THREE.NearestFilter,
    depthTexture: new THREE.DepthTexture(width * samples, height * samples, THREE.FloatType),
  });
  const target = new THREE.WebGLRenderTarget(width, height, { colorSpace: THREE.NoColorSpace, depthBuffer: false });
  const geometry = new THREE.BufferGeometry();
  geometry.setAttribute('position', new THREE.BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3));
  const material = new THREE.ShaderMaterial({
    vertexShader: RESOLVE_VERTEX,
    fragmentShader: RESOLVE_FRAGMENT,
    uniforms: { dioramaSamples: { value: fine.texture }, dioramaBlock: { value: samples } },
    depthTest: false,
    depthWrite: false,
    blending: THREE.NoBlending,
  });
  const screen = new THREE.Mesh(geometry, material);
  screen.frustumCulled = false;
  const whole = new THREE.OrthographicCamera();
  const draw = (onto: Three.WebGLRenderTarget | null): void => {
    built.prepare(renderer);
    built.setSize(width, height);
    renderer.setRenderTarget(fine);
    renderer.clear();
    renderer.render(built.scene, built.camera);
    renderer.setRenderTarget(onto);
    renderer.render(screen, whole);
    renderer.setRenderTarget(null);
  };
  return {
    target,
    paint: () => draw(target),
    show: () => draw(null),
    dispose: () => {
      fine.depthTexture?.dispose();
      fine.dispose();
      target.dispose();
      geometry.dispose();
      material.dispose();
    },
  };
}
