// The renderers that are on this machine; without one, what needs it is skipped, or fails where renderers are required.
import {
  type BlenderSession,
  type Chromium,
  findBlender,
  findChromium,
  openBlender,
  openChromium,
} from '@diorama/engines';

/** Whether a missing renderer is a failure: in continuous integration. */
const REQUIRED = process.env.DIORAMA_REQUIRE_RENDERERS === '1';

const [chromium, blender] = [findChromium(), await findBlender()];

/** Why tests in a browser, or with Blender, cannot run here. */
export const noChromium = absence('Chromium', chromium);
export const noBlender = absence('Blender', blender);

function absence(name: string, found: object): string | undefined {
  if (!('absent' in found)) return undefined;
  if (REQUIRED) throw new Error(`${name} is required: ${String(found.absent)}`);
  const reason = `skipped: ${String(found.absent)}`;
  process.stderr.write(`${name}: ${reason}\n`);
  return reason;
}

/** Opens what is first used, once for a test file. */
export function openEngines() {
  let browser: Promise<Chromium> | undefined;
  let session: Promise<BlenderSession> | undefined;
  return {
    chromium: () => (browser ??= openChromium()),
    blender: () => (session ??= openBlender()),
    async close() {
      await (await browser)?.close();
      await (await session)?.close();
    },
  };
}
