// Turns an installed Chromium into a renderer: stages, emitted modules, GLB files and pages become pictures.
import { packSceneData, toSceneData } from '@diorama/backend-three';
import { invariant } from '@diorama/diagnostics';
import type { Stage } from '@diorama/stage';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from './find-chromium.ts';
import { type MemoryServer, openMemoryServer } from './memory-server.ts';
import { PAGE_HTML, PAGE_SCRIPT, RUNTIME_MODULE } from './page.ts';

/** Options for {@link openChromium}. */
export interface ChromiumOptions {
  /** The program; what {@link findChromium} finds, if left out. */
  readonly path?: string;
  /** Mesa's renderer is exact and 2 to 3 times faster; `auto` takes SwiftShader where Mesa is absent. */
  readonly graphics: 'auto' | 'mesa' | 'swiftshader';
}
export const CHROMIUM_DEFAULTS: ChromiumOptions = Object.freeze({ graphics: 'auto' });

/** What to draw. */
export interface PictureOptions {
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** Along each side of a pixel. */
  readonly samples: number;
  readonly shadows: boolean;
  readonly color: boolean;
  readonly ids: boolean;
  readonly depth: boolean;
}
export const PICTURE_DEFAULTS: PictureOptions = Object.freeze({
  width: 640,
  height: 480,
  samples: 2,
  shadows: true,
  color: true,
  ids: false,
  depth: false,
});

/** What came out; rows from the top. */
export interface ChromiumPicture {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel, sRGB, opaque. */
  readonly color?: Uint8Array;
  /** 0 is nothing, 1 the ground, i + 2 element i. */
  readonly ids?: Uint32Array;
  /** Metres along the camera's axis; Infinity where there is nothing. */
  readonly depth?: Float32Array;
}

/** How long pictures take. */
export interface ThreeBench {
  /** For each picture, reading it back included. */
  readonly milliseconds: number;
  readonly triangles: number;
}

/** A page of the user's own, opened from a file. */
export interface OpenPage {
  /** What went wrong in it so far: errors, failed requests. */
  readonly problems: readonly string[];
  readonly page: Page;
  /** A PNG of what the window shows. */
  readonly screenshot: () => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

/** One browser for many pictures. */
export interface Chromium {
  /** What draws: `ANGLE (Mesa/X.org, llvmpipe …)`. */
  readonly renderer: string;
  /** The revision of three.js. */
  readonly revision: string;
  readonly renderThree: (stage: Stage, options?: Partial<PictureOptions>) => Promise<ChromiumPicture>;
  /** Imports an emitted module. */
  readonly renderModule: (text: string, options?: Partial<PictureOptions>) => Promise<ChromiumPicture>;
  /** Loads a GLB with three's own loader; ids by the nodes' `extras.id`. */
  readonly renderGlb: (bytes: Uint8Array, options?: Partial<PictureOptions>) => Promise<ChromiumPicture>;
  /** Opens a page by its address, `file:///…`, with the network cut off. */
  readonly openPage: (address: string, size?: { width: number; height: number }) => Promise<OpenPage>;
  readonly benchThree: (
    stage: Stage,
    options?: Partial<PictureOptions> & { readonly pictures?: number },
  ) => Promise<ThreeBench>;
  readonly close: () => Promise<void>;
}

/** Starts Chromium. Rejects with a sentence that says what to do if there is none, or if it has no WebGL. */
export async function openChromium(options: Partial<ChromiumOptions> = {}): Promise<Chromium> {
  const { path, graphics } = { ...CHROMIUM_DEFAULTS, ...options };
  const found = path === undefined ? findChromium() : { path };
  if ('absent' in found) throw new Error(found.absent);
  const reasons: string[] = [];
  for (const flags of graphics === 'auto' ? ['mesa' as const, 'swiftshader' as const] : [graphics]) {
    const opened = await tryToOpen(found.path, flags);
    if (typeof opened !== 'string') return opened;
    reasons.push(`${flags}: ${opened}`);
  }
  throw new Error(`${found.path} cannot draw: ${reasons.join('; ')}`);
}

const COMMON_FLAGS: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Screenshots show the page's own sRGB.
  '--force-color-profile=srgb',
];

/** Software renderers alone: the same picture on every machine. */
const GRAPHICS_FLAGS: Readonly<Record<'mesa' | 'swiftshader', readonly string[]>> = {
  mesa: ['--use-gl=angle', '--use-angle=gl-egl', '--ignore-gpu-blocklist'],
  swiftshader: ['--disable-gpu', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
};

/** The browser with its page, or in words why not. */
async function tryToOpen(path: string, graphics: 'mesa' | 'swiftshader'): Promise<Chromium | string> {
  const server = await openMemoryServer();
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch({
      executablePath: path,
      args: [...COMMON_FLAGS, ...GRAPHICS_FLAGS[graphics]],
      timeout: 60_000,
    });
    server.put('/page.html', PAGE_HTML);
    server.put('/page.js', PAGE_SCRIPT);
    server.put('/runtime.js', RUNTIME_MODULE);
    const context = await browser.newContext({ offline: false });
    const page = await context.newPage();
    const problems = listen(page);
    await page.goto(`${server.origin}/page.html`);
    await page.waitForFunction('window.diorama', undefined, { timeout: 30_000 }).catch(() => {
      throw new Error(problems[0] ?? 'its page did not start');
    });
    const { renderer, revision } = (await page.evaluate('diorama.renderer()')) as {
      renderer: string;
      revision: string;
    };
    return drive({ browser, server, page, problems, renderer, revision });
  } catch (error) {
    await browser?.close();
    await server.close();
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
}

/** What goes wrong in a page from now on. */
function listen(page: Page): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('requestfailed', (request) => problems.push(`request failed: ${request.url().slice(0, 200)}`));
  return problems;
}

interface Driven {
  readonly browser: Browser;
  readonly server: MemoryServer;
  readonly page: Page;
  readonly problems: string[];
  readonly renderer: string;
  readonly revision: string;
}

function drive({ browser, server, page, problems, renderer, revision }: Driven): Chromium {
  let count = 0;

  async function withFile<T>(
    body: string | Uint8Array,
    extension: string,
    use: (path: string) => Promise<T>,
  ): Promise<T> {
    count += 1;
    const path = `/scene/${count}${extension}`;
    server.put(path, body);
    try {
      return await use(path);
    } finally {
      server.remove(path);
    }
  }

  async function render(
    from: string,
    body: string | Uint8Array,
    extension: string,
    options: Partial<PictureOptions>,
  ): Promise<ChromiumPicture> {
    const settings = { ...PICTURE_DEFAULTS, ...options };
    const { width, height } = settings;
    return withFile(body, extension, async (path) => {
      problems.length = 0;
      const result = `/result/${count}`;
      await page.evaluate(`diorama.render(${JSON.stringify({ ...settings, from, path, result })})`);
      // A shader that does not compile is only told to the console.
      invariant(problems.length === 0, `Chromium draws without complaint: ${problems.join('; ')}`);
      return {
        width,
        height,
        ...(settings.color && { color: server.take(`${result}/color`) }),
        ...(settings.ids && { ids: new Uint32Array(aligned(server.take(`${result}/ids`))) }),
        ...(settings.depth && { depth: new Float32Array(aligned(server.take(`${result}/depth`))) }),
      };
    });
  }

  return {
    renderer,
    revision,
    renderThree: (stage, options = {}) => render('data', packSceneData(toSceneData(stage)), '', options),
    renderModule: (text, options = {}) => render('module', text, '.js', options),
    renderGlb: (bytes, options = {}) => render('glb', bytes, '', options),
    openPage: (address, size = { width: 640, height: 480 }) => openPage(browser, address, size),
    benchThree: (stage, options = {}) =>
      withFile(packSceneData(toSceneData(stage)), '', async (path) => {
        const settings = { ...PICTURE_DEFAULTS, pictures: 10, ...options, path };
        return (await page.evaluate(`diorama.bench(${JSON.stringify(settings)})`)) as ThreeBench;
      }),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** The bytes alone in a buffer of their own, for arrays of larger items. */
function aligned(bytes: Uint8Array): ArrayBuffer {
  const buffer = new ArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}

async function openPage(
  browser: Browser,
  address: string,
  viewport: { width: number; height: number },
): Promise<OpenPage> {
  const context: BrowserContext = await browser.newContext({ offline: true, viewport });
  const page = await context.newPage();
  const problems = listen(page);
  await page.goto(address);
  return { problems, page, screenshot: () => page.screenshot(), close: () => context.close() };
}
