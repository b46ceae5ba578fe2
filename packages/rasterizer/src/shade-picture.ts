// Turns what is seen at each place into light: that of sky, lamps and surfaces at once, that of the sun for its shadows to judge.
import type { DrawList } from './draw-list.ts';
import { fastDecay } from './fast-math.ts';
import { addGloss } from './gloss.ts';
import { liftPlace } from './lift-place.ts';
import type { Pinhole } from './pinhole.ts';
import { raysThrough } from './rays.ts';
import { createSeenPlace } from './seen-place.ts';
import { createSeenTriangle, turnToTriangle } from './seen-triangle.ts';
import { addLamps, ambientIrradiance, type StageLight } from './stage-light.ts';
import { addPlace, type SunlitPlaces } from './sunlit-places.ts';
import { findTexel, findVertexColor } from './surface-color.ts';
import type { Visibility } from './visibility.ts';

/**
 * Adds the light of all places to their pixels (red, green, blue each; samples × samples places a pixel), but for the sun's on
 * surfaces: that goes to `sunlit`, and to the pixels only if `sunlit` is left out.
 */
export function shadePicture(
  list: DrawList,
  light: StageLight,
  pinhole: Pinhole,
  samples: number,
  { inverseDepth, draws, triangles }: Visibility,
  pixels: Float32Array,
  sunlit: SunlitPlaces | undefined,
): void {
  const { columns, rows, centerX, centerY, far } = pinhole;
  const { matrices } = list;
  const { hasSun, lampCount, hazeDensity, hazeCeiling } = light;
  const [sunX, sunY, sunZ] = light.sun.towards;
  const [sunRed, sunGreen, sunBlue] = light.sunIrradiance as unknown as readonly [number, number, number];
  const [hazeRed, hazeGreen, hazeBlue] = light.hazeColor as unknown as readonly [number, number, number];
  const rays = raysThrough(pinhole);
  const { rightX, rightY, rightZ, upX, upY, upZ, backX, backY, backZ } = rays;
  const color = new Float64Array(3);
  const gloss = new Float64Array(6);
  const place = createSeenPlace();
  const triangle = createSeenTriangle();
  for (let row = 0; row < rows; row += 1) {
    const up = centerY - row - 0.5;
    const rowPixel = Math.floor(row / samples) * (columns / samples);
    for (let column = 0; column < columns; column += 1) {
      const seen = row * columns + column;
      const right = column + 0.5 - centerX;
      const dx = rightX * right + upX * up - backX;
      const dy = rightY * right + upY * up - backY;
      const dz = rightZ * right + upZ * up - backZ;
      const rayLength = Math.sqrt(dx * dx + dy * dy + dz * dz);
      const to = 3 * (rowPixel + (samples === 1 ? column : Math.floor(column / samples)));
      const draw = draws[seen] as number;
      let red = 0;
      let green = 0;
      let blue = 0;
      let sunlitRed = 0;
      let sunlitGreen = 0;
      let sunlitBlue = 0;
      let distance = far;
      if (draw < 0) {
        light.skyWithSun(color, dx / rayLength, dy / rayLength, dz / rayLength);
        red = color[0] as number;
        green = color[1] as number;
        blue = color[2] as number;
      } else {
        const number = triangles[seen] as number;
        if (draw !== triangle.draw || number !== triangle.number) turnToTriangle(triangle, list, rays, draw, number);
        const { part, matrix: at, first, second, third, side } = triangle;
        const { normals } = part;
        const aWeight = dx * triangle.planeAX + dy * triangle.planeAY + dz * triangle.planeAZ;
        const bWeight = dx * triangle.planeBX + dy * triangle.planeBY + dz * triangle.planeBZ;
        const cWeight = dx * triangle.planeCX + dy * triangle.planeCY + dz * triangle.planeCZ;
        const sum = aWeight + bWeight + cWeight;
        const a = aWeight / sum;
        const b = bWeight / sum;
        const c = 1 - a - b;
        const depth = 1 / (inverseDepth[seen] as number);
        distance = depth * rayLength;
        place.a = a;
        place.b = b;
        place.c = c;
        place.x = dx * depth;
        place.y = dy * depth;
        place.z = dz * depth;

        // The normal, in the part's own frame, then in the world.
        const na = 3 * first;
        const nb = 3 * second;
        const nc = 3 * third;
        const ownX = a * (normals[na] as number) + b * (normals[nb] as number) + c * (normals[nc] as number);
        const ownY =
          a * (normals[na + 1] as number) + b * (normals[nb + 1] as number) + c * (normals[nc + 1] as number);
        const ownZ =
          a * (normals[na + 2] as number) + b * (normals[nb + 2] as number) + c * (normals[nc + 2] as number);
        let normalX =
          (matrices[at + 12] as number) * ownX +
          (matrices[at + 13] as number) * ownY +
          (matrices[at + 14] as number) * ownZ;
        let normalY =
          (matrices[at + 15] as number) * ownX +
          (matrices[at + 16] as number) * ownY +
          (matrices[at + 17] as number) * ownZ;
        let normalZ =
          (matrices[at + 18] as number) * ownX +
          (matrices[at + 19] as number) * ownY +
          (matrices[at + 20] as number) * ownZ;
        const shorten = side / Math.sqrt(normalX * normalX + normalY * normalY + normalZ * normalZ);
        normalX *= shorten;
        normalY *= shorten;
        normalZ *= shorten;

        let albedoRed = part.red;
        let albedoGreen = part.green;
        let albedoBlue = part.blue;
        if (part.isColored) {
          findVertexColor(color, place, triangle);
          albedoRed *= color[0] as number;
          albedoGreen *= color[1] as number;
          albedoBlue *= color[2] as number;
        }
        if (part.isTextured) {
          place.weightSum = sum;
          findTexel(color, place, triangle);
          albedoRed *= color[0] as number;
          albedoGreen *= color[1] as number;
          albedoBlue *= color[2] as number;
        }

        ambientIrradiance(light.ambient, color, normalX, normalY, normalZ);
        const scattered = (1 - part.metallic) / Math.PI;
        if (lampCount > 0) {
          place.normalX = normalX;
          place.normalY = normalY;
          place.normalZ = normalZ;
          addLamps(color, place, light);
        }
        red = albedoRed * scattered * (color[0] as number) + part.emissiveRed;
        green = albedoGreen * scattered * (color[1] as number) + part.emissiveGreen;
        blue = albedoBlue * scattered * (color[2] as number) + part.emissiveBlue;
        const towardsSun = hasSun ? normalX * sunX + normalY * sunY + normalZ * sunZ : 0;
        if (towardsSun > 0) {
          sunlitRed = albedoRed * scattered * sunRed * towardsSun;
          sunlitGreen = albedoGreen * scattered * sunGreen * towardsSun;
          sunlitBlue = albedoBlue * scattered * sunBlue * towardsSun;
        }
        if (!part.isMatte) {
          place.albedo[0] = albedoRed;
          place.albedo[1] = albedoGreen;
          place.albedo[2] = albedoBlue;
          place.normalX = normalX;
          place.normalY = normalY;
          place.normalZ = normalZ;
          place.eyeX = -dx / rayLength;
          place.eyeY = -dy / rayLength;
          place.eyeZ = -dz / rayLength;
          addGloss(part, place, light, gloss);
          red += gloss[0] as number;
          green += gloss[1] as number;
          blue += gloss[2] as number;
          sunlitRed += gloss[3] as number;
          sunlitGreen += gloss[4] as number;
          sunlitBlue += gloss[5] as number;
        }
      }

      if (hazeDensity > 0) {
        const height = dy / rayLength;
        const path = height > 0 ? Math.min(distance, hazeCeiling / height) : distance;
        const clear = fastDecay(hazeDensity * path);
        red = red * clear + hazeRed * (1 - clear);
        green = green * clear + hazeGreen * (1 - clear);
        blue = blue * clear + hazeBlue * (1 - clear);
        sunlitRed *= clear;
        sunlitGreen *= clear;
        sunlitBlue *= clear;
      }
      if (sunlitRed + sunlitGreen + sunlitBlue > 0) {
        if (sunlit === undefined) {
          red += sunlitRed;
          green += sunlitGreen;
          blue += sunlitBlue;
        } else {
          liftPlace(place, triangle, matrices);
          const next = addPlace(sunlit, place, light.sun, to / 3);
          sunlit.light[3 * next] = sunlitRed;
          sunlit.light[3 * next + 1] = sunlitGreen;
          sunlit.light[3 * next + 2] = sunlitBlue;
        }
      }
      pixels[to] = (pixels[to] as number) + red;
      pixels[to + 1] = (pixels[to + 1] as number) + green;
      pixels[to + 2] = (pixels[to + 2] as number) + blue;
    }
  }
}
