// Turns what is seen at each place into light: that of sky, lamps and surfaces at once, that of the sun for its shadows to judge.
import { type DrawList, MATRIX_SIZE } from './draw-list.ts';
import { fastDecay } from './fast-math.ts';
import { addGloss, type GlossyPlace } from './gloss.ts';
import type { Pinhole } from './pinhole.ts';
import type { PreparedPart } from './prepared-part.ts';
import { sampleTexture } from './sample-texture.ts';
import { ambientIrradiance, LAMP_SIZE, type StageLight } from './stage-light.ts';
import type { SunlitPlaces } from './sun-shadow.ts';
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
  const { columns, rows, axes, focal, centerX, centerY, far } = pinhole;
  const { matrices, parts } = list;
  const { hasSun, lampCount, lamps, hazeDensity, hazeCeiling } = light;
  const [sunX, sunY, sunZ] = light.sun.towards;
  const [acrossX, acrossY, acrossZ] = light.sun.across;
  const [alongX, alongY, alongZ] = light.sun.along;
  const [sunRed, sunGreen, sunBlue] = light.sunIrradiance as unknown as readonly [number, number, number];
  const [hazeRed, hazeGreen, hazeBlue] = light.hazeColor as unknown as readonly [number, number, number];
  const rightX = (axes[0] as number) / focal;
  const rightY = (axes[1] as number) / focal;
  const rightZ = (axes[2] as number) / focal;
  const upX = (axes[3] as number) / focal;
  const upY = (axes[4] as number) / focal;
  const upZ = (axes[5] as number) / focal;
  const backX = axes[6] as number;
  const backY = axes[7] as number;
  const backZ = axes[8] as number;
  const color = new Float64Array(3);
  const gloss = new Float64Array(6);
  const slopes = new Float64Array(4);
  const albedo = new Float64Array(3);
  const place: GlossyPlace = {
    ...{ x: 0, y: 0, z: 0, normalX: 0, normalY: 0, normalZ: 0, eyeX: 0, eyeY: 0, eyeZ: 0 },
    albedo,
  };

  let knownDraw = -1;
  let knownTriangle = -1;
  let part = parts[0] as PreparedPart;
  let at = 0;
  // Of the triangle: its corners' places in the mesh, the corners as metres from the eye, and the normals of the three planes
  // of the eye and two corners: a ray's part along them is the weight of the third corner.
  let first = 0;
  let second = 0;
  let third = 0;
  let ax = 0;
  let ay = 0;
  let az = 0;
  let planeAX = 0;
  let planeAY = 0;
  let planeAZ = 0;
  let planeBX = 0;
  let planeBY = 0;
  let planeBZ = 0;
  let planeCX = 0;
  let planeCY = 0;
  let planeCZ = 0;
  let volume = 0;
  // How the weights, and their sums with u and v, change from a place to its neighbours to the right and above.
  let slopeAcross = 0;
  let slopeUp = 0;
  let slopeUAcross = 0;
  let slopeVAcross = 0;
  let slopeUUp = 0;
  let slopeVUp = 0;

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
      let x = 0;
      let y = 0;
      let z = 0;
      if (draw < 0) {
        light.skyWithSun(color, dx / rayLength, dy / rayLength, dz / rayLength);
        red = color[0] as number;
        green = color[1] as number;
        blue = color[2] as number;
      } else {
        const triangle = triangles[seen] as number;
        if (draw !== knownDraw) {
          knownDraw = draw;
          knownTriangle = -1;
          part = parts[draw] as PreparedPart;
          at = draw * MATRIX_SIZE;
        }
        const { positions, normals, indices } = part;
        if (triangle !== knownTriangle) {
          knownTriangle = triangle;
          first = indices[3 * triangle] as number;
          second = indices[3 * triangle + 1] as number;
          third = indices[3 * triangle + 2] as number;
          const m0 = matrices[at] as number;
          const m1 = matrices[at + 1] as number;
          const m2 = matrices[at + 2] as number;
          const m3 = matrices[at + 3] as number;
          const m4 = matrices[at + 4] as number;
          const m5 = matrices[at + 5] as number;
          const m6 = matrices[at + 6] as number;
          const m7 = matrices[at + 7] as number;
          const m8 = matrices[at + 8] as number;
          const m9 = matrices[at + 9] as number;
          const m10 = matrices[at + 10] as number;
          const m11 = matrices[at + 11] as number;
          let px = positions[3 * first] as number;
          let py = positions[3 * first + 1] as number;
          let pz = positions[3 * first + 2] as number;
          ax = m0 * px + m1 * py + m2 * pz + m3;
          ay = m4 * px + m5 * py + m6 * pz + m7;
          az = m8 * px + m9 * py + m10 * pz + m11;
          px = positions[3 * second] as number;
          py = positions[3 * second + 1] as number;
          pz = positions[3 * second + 2] as number;
          const bx = m0 * px + m1 * py + m2 * pz + m3;
          const by = m4 * px + m5 * py + m6 * pz + m7;
          const bz = m8 * px + m9 * py + m10 * pz + m11;
          px = positions[3 * third] as number;
          py = positions[3 * third + 1] as number;
          pz = positions[3 * third + 2] as number;
          const cx = m0 * px + m1 * py + m2 * pz + m3;
          const cy = m4 * px + m5 * py + m6 * pz + m7;
          const cz = m8 * px + m9 * py + m10 * pz + m11;
          planeAX = by * cz - bz * cy;
          planeAY = bz * cx - bx * cz;
          planeAZ = bx * cy - by * cx;
          planeBX = cy * az - cz * ay;
          planeBY = cz * ax - cx * az;
          planeBZ = cx * ay - cy * ax;
          planeCX = ay * bz - az * by;
          planeCY = az * bx - ax * bz;
          planeCZ = ax * by - ay * bx;
          volume = ax * planeAX + ay * planeAY + az * planeAZ;
          if (part.isTextured) {
            // The weights are linear over the picture; so are their sums with u and v.
            const { uvs } = part;
            const aAcross = planeAX * rightX + planeAY * rightY + planeAZ * rightZ;
            const bAcross = planeBX * rightX + planeBY * rightY + planeBZ * rightZ;
            const cAcross = planeCX * rightX + planeCY * rightY + planeCZ * rightZ;
            const aUp = planeAX * upX + planeAY * upY + planeAZ * upZ;
            const bUp = planeBX * upX + planeBY * upY + planeBZ * upZ;
            const cUp = planeCX * upX + planeCY * upY + planeCZ * upZ;
            const ua = uvs[2 * first] as number;
            const ub = uvs[2 * second] as number;
            const uc = uvs[2 * third] as number;
            const va = uvs[2 * first + 1] as number;
            const vb = uvs[2 * second + 1] as number;
            const vc = uvs[2 * third + 1] as number;
            slopeAcross = aAcross + bAcross + cAcross;
            slopeUp = aUp + bUp + cUp;
            slopeUAcross = aAcross * ua + bAcross * ub + cAcross * uc;
            slopeVAcross = aAcross * va + bAcross * vb + cAcross * vc;
            slopeUUp = aUp * ua + bUp * ub + cUp * uc;
            slopeVUp = aUp * va + bUp * vb + cUp * vc;
          }
        }
        const aWeight = dx * planeAX + dy * planeAY + dz * planeAZ;
        const bWeight = dx * planeBX + dy * planeBY + dz * planeBZ;
        const cWeight = dx * planeCX + dy * planeCY + dz * planeCZ;
        const sum = aWeight + bWeight + cWeight;
        const a = aWeight / sum;
        const b = bWeight / sum;
        const c = 1 - a - b;
        const depth = 1 / (inverseDepth[seen] as number);
        distance = depth * rayLength;
        x = dx * depth;
        y = dy * depth;
        z = dz * depth;

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
        // The eye is at the origin: a front has a negative volume with it.
        const side = volume > 0 ? -1 : 1;
        const shorten = side / Math.sqrt(normalX * normalX + normalY * normalY + normalZ * normalZ);
        normalX *= shorten;
        normalY *= shorten;
        normalZ *= shorten;

        let albedoRed = part.red;
        let albedoGreen = part.green;
        let albedoBlue = part.blue;
        if (part.isColored) {
          const { colors } = part;
          const ca = 4 * first;
          const cb = 4 * second;
          const cc = 4 * third;
          albedoRed *= (a * (colors[ca] as number) + b * (colors[cb] as number) + c * (colors[cc] as number)) / 65535;
          albedoGreen *=
            (a * (colors[ca + 1] as number) + b * (colors[cb + 1] as number) + c * (colors[cc + 1] as number)) / 65535;
          albedoBlue *=
            (a * (colors[ca + 2] as number) + b * (colors[cb + 2] as number) + c * (colors[cc + 2] as number)) / 65535;
        }
        if (part.isTextured) {
          const { uvs } = part;
          const ua = uvs[2 * first] as number;
          const va = uvs[2 * first + 1] as number;
          const ub = uvs[2 * second] as number;
          const vb = uvs[2 * second + 1] as number;
          const uc = uvs[2 * third] as number;
          const vc = uvs[2 * third + 1] as number;
          const u = a * ua + b * ub + c * uc;
          const v = a * va + b * vb + c * vc;
          slopes[0] = (slopeUAcross - u * slopeAcross) / sum;
          slopes[1] = (slopeVAcross - v * slopeAcross) / sum;
          slopes[2] = (slopeUUp - u * slopeUp) / sum;
          slopes[3] = (slopeVUp - v * slopeUp) / sum;
          sampleTexture(part.pyramid, part.wrapU, part.wrapV, u, v, slopes, color);
          albedoRed *= color[0] as number;
          albedoGreen *= color[1] as number;
          albedoBlue *= color[2] as number;
        }

        ambientIrradiance(light.ambient, color, normalX, normalY, normalZ);
        const scattered = (1 - part.metallic) / Math.PI;
        let irradianceRed = color[0] as number;
        let irradianceGreen = color[1] as number;
        let irradianceBlue = color[2] as number;
        for (let lamp = 0; lamp < lampCount * LAMP_SIZE; lamp += LAMP_SIZE) {
          const lampX = (lamps[lamp] as number) - x;
          const lampY = (lamps[lamp + 1] as number) - y;
          const lampZ = (lamps[lamp + 2] as number) - z;
          const cosine = normalX * lampX + normalY * lampY + normalZ * lampZ;
          if (cosine <= 0) continue;
          const square = lampX * lampX + lampY * lampY + lampZ * lampZ;
          const share = cosine / (square * Math.sqrt(square));
          irradianceRed += share * (lamps[lamp + 3] as number);
          irradianceGreen += share * (lamps[lamp + 4] as number);
          irradianceBlue += share * (lamps[lamp + 5] as number);
        }
        red = albedoRed * scattered * irradianceRed + part.emissiveRed;
        green = albedoGreen * scattered * irradianceGreen + part.emissiveGreen;
        blue = albedoBlue * scattered * irradianceBlue + part.emissiveBlue;
        const towardsSun = hasSun ? normalX * sunX + normalY * sunY + normalZ * sunZ : 0;
        if (towardsSun > 0) {
          sunlitRed = albedoRed * scattered * sunRed * towardsSun;
          sunlitGreen = albedoGreen * scattered * sunGreen * towardsSun;
          sunlitBlue = albedoBlue * scattered * sunBlue * towardsSun;
        }
        if (!part.isMatte) {
          albedo[0] = albedoRed;
          albedo[1] = albedoGreen;
          albedo[2] = albedoBlue;
          place.x = x;
          place.y = y;
          place.z = z;
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
        if (towardsSun > 0 && sunlit !== undefined) {
          // Flat triangles stand for a round surface. Where they would shade themselves, the place is lifted to it: Hanika,
          // "Hacking the shadow terminator", Ray Tracing Gems II, 2021.
          const px = a * (positions[na] as number) + b * (positions[nb] as number) + c * (positions[nc] as number);
          const py =
            a * (positions[na + 1] as number) + b * (positions[nb + 1] as number) + c * (positions[nc + 1] as number);
          const pz =
            a * (positions[na + 2] as number) + b * (positions[nb + 2] as number) + c * (positions[nc + 2] as number);
          let liftX = 0;
          let liftY = 0;
          let liftZ = 0;
          for (let corner = 0; corner < 3; corner += 1) {
            const vertex = corner === 0 ? na : corner === 1 ? nb : nc;
            const nx = normals[vertex] as number;
            const ny = normals[vertex + 1] as number;
            const nz = normals[vertex + 2] as number;
            const over =
              side *
              ((px - (positions[vertex] as number)) * nx +
                (py - (positions[vertex + 1] as number)) * ny +
                (pz - (positions[vertex + 2] as number)) * nz);
            if (over >= 0) continue;
            const amount = side * over * (corner === 0 ? a : corner === 1 ? b : c);
            liftX -= amount * nx;
            liftY -= amount * ny;
            liftZ -= amount * nz;
          }
          x +=
            (matrices[at] as number) * liftX +
            (matrices[at + 1] as number) * liftY +
            (matrices[at + 2] as number) * liftZ;
          y +=
            (matrices[at + 4] as number) * liftX +
            (matrices[at + 5] as number) * liftY +
            (matrices[at + 6] as number) * liftZ;
          z +=
            (matrices[at + 8] as number) * liftX +
            (matrices[at + 9] as number) * liftY +
            (matrices[at + 10] as number) * liftZ;
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
          const next = sunlit.count;
          sunlit.count = next + 1;
          sunlit.across[next] = acrossX * x + acrossY * y + acrossZ * z;
          sunlit.along[next] = alongX * x + alongY * y + alongZ * z;
          sunlit.towards[next] = sunX * x + sunY * y + sunZ * z;
          sunlit.light[3 * next] = sunlitRed;
          sunlit.light[3 * next + 1] = sunlitGreen;
          sunlit.light[3 * next + 2] = sunlitBlue;
          sunlit.pixels[next] = to / 3;
        }
      }
      pixels[to] = (pixels[to] as number) + red;
      pixels[to + 1] = (pixels[to + 1] as number) + green;
      pixels[to + 2] = (pixels[to + 2] as number) + blue;
    }
  }
}
