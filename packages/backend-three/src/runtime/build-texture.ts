// Turns an image into a texture with all its scales, each the mean of linear light: what graphics cards make themselves rounds
// every scale anew and drifts.
import type * as Three from 'three';
import type { ThreeModule } from './build-tree.ts';
import type { ImageData } from './scene-data.ts';

/** The texture of an image with these wraps; built once for each. */
export function buildTexture(
  THREE: ThreeModule,
  images: readonly ImageData[],
  built: readonly Map<string, Three.Texture>[],
  { image, wrapU, wrapV }: { readonly image: number; readonly wrapU: string; readonly wrapV: string },
): Three.Texture | null {
  const data = images[image];
  const known = built[image];
  if (data === undefined || known === undefined) return null;
  const key = `${wrapU} ${wrapV}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const texture = new THREE.DataTexture(data.pixels, data.width, data.height);
  texture.mipmaps = buildScales(THREE, data);
  texture.colorSpace = THREE.SRGBColorSpace;
  texture.wrapS = wrapping(THREE, wrapU);
  texture.wrapT = wrapping(THREE, wrapV);
  texture.magFilter = THREE.LinearFilter;
  texture.minFilter = THREE.LinearMipmapLinearFilter;
  texture.needsUpdate = true;
  known.set(key, texture);
  return texture;
}

function wrapping(THREE: ThreeModule, wrap: string): Three.Wrapping {
  if (wrap === 'clamp') return THREE.ClampToEdgeWrapping;
  return wrap === 'mirror' ? THREE.MirroredRepeatWrapping : THREE.RepeatWrapping;
}

/** The image and its halves down to a single texel, in bytes. */
function buildScales(THREE: ThreeModule, image: ImageData): { data: Uint8Array; width: number; height: number }[] {
  const { linearOfByte, byteOfLinear } = lightTables(THREE);
  const scales = [{ data: image.pixels, width: image.width, height: image.height }];
  let { width, height } = image;
  let light = Uint16Array.from(image.pixels, (byte, index) =>
    index % 4 === 3 ? 257 * byte : (linearOfByte[byte] ?? 0),
  );
  while (width > 1 || height > 1) {
    const half = halve(light, width, height);
    light = half.light;
    width = half.width;
    height = half.height;
    const data = Uint8Array.from(light, (part, index) =>
      index % 4 === 3 ? Math.round(part / 257) : (byteOfLinear[part] ?? 0),
    );
    scales.push({ data, width, height });
  }
  return scales;
}

/** Each texel is the mean of the two by two that it covers; of an odd size, the last row or column counts to the one before. */
function halve(
  light: Uint16Array,
  width: number,
  height: number,
): { light: Uint16Array<ArrayBuffer>; width: number; height: number } {
  const columns = Math.max(1, width >> 1);
  const rows = Math.max(1, height >> 1);
  const half = new Uint16Array(4 * columns * rows);
  for (let y = 0; y < rows; y += 1) {
    const bottom = y === rows - 1 ? height : 2 * y + 2;
    for (let x = 0; x < columns; x += 1) {
      const right = x === columns - 1 ? width : 2 * x + 2;
      for (let part = 0; part < 4; part += 1) {
        let sum = 0;
        for (let row = 2 * y; row < bottom; row += 1) {
          for (let column = 2 * x; column < right; column += 1) sum += light[4 * (row * width + column) + part] ?? 0;
        }
        half[4 * (y * columns + x) + part] = Math.round(sum / ((bottom - 2 * y) * (right - 2 * x)));
      }
    }
  }
  return { light: half, width: columns, height: rows };
}

/** Linear light, 65535 for 1, of each sRGB byte, and the nearest byte of each light; by three's own color management. */
function lightTables(THREE: ThreeModule): { linearOfByte: Uint16Array; byteOfLinear: Uint8Array } {
  const color = new THREE.Color();
  const linearOfByte = Uint16Array.from({ length: 256 }, (_, byte) => {
    return Math.round(65535 * color.setRGB(byte / 255, 0, 0, THREE.SRGBColorSpace).r);
  });
  // The byte changes where the linear value passes the middle between two bytes.
  const byteOfLinear = new Uint8Array(65536);
  for (let byte = 0, from = 0; byte < 256; byte += 1) {
    const middle = color.setRGB((byte + 0.5) / 255, 0, 0, THREE.SRGBColorSpace).r;
    const to = byte === 255 ? 65536 : Math.ceil(65535 * middle);
    byteOfLinear.fill(byte, from, to);
    from = to;
  }
  return { linearOfByte, byteOfLinear };
}
