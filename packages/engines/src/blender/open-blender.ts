// Turns an installed Blender into a session that renders one program after another in one process.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Image } from '@diorama/geometry';
import { decodeImage } from '@diorama/images';
import { type Blender, findBlender } from './find-blender.ts';
import { GLB_PROGRAM } from './glb-program.ts';
import { readExr } from './read-exr.ts';
import { ANSWER, WORKER_PROGRAM } from './worker-program.ts';

/** A Python program for Blender, with the files that it reads. */
export interface BlenderProgram {
  readonly program: string;
  /** The folder beside the program in which `data` belongs. */
  readonly dataFolder?: string;
  readonly data?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** What to render. */
export interface BlenderRenderOptions {
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** EEVEE by either of its names. */
  readonly engine: 'CYCLES' | 'BLENDER_EEVEE' | 'BLENDER_EEVEE_NEXT' | 'BLENDER_WORKBENCH';
  /** Rays a pixel. */
  readonly samples: number;
  readonly color: boolean;
  /** Ids and depths: both come from one picture. */
  readonly passes: boolean;
  /** If not, nothing stands in the way of light: the sun throws no shadows, and things hide no sky from one another. */
  readonly shadows: boolean;
  /** Milliseconds, until Blender is stopped. */
  readonly timeout: number;
}

export const BLENDER_RENDER_DEFAULTS: BlenderRenderOptions = Object.freeze({
  width: 256,
  height: 256,
  engine: 'CYCLES',
  samples: 16,
  color: true,
  passes: true,
  shadows: true,
  timeout: 600_000,
});

/** What was rendered, top row first. */
export interface BlenderPicture {
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  readonly color?: Image;
  /** The PNG file that `color` was read from. */
  readonly png?: Uint8Array;
  /** By the stage's numbers; 0 is nothing. */
  readonly ids?: Uint32Array;
  /** Metres along the camera's axis; Infinity where there is nothing. */
  readonly depth?: Float32Array;
}

/** A running Blender. Programs run one at a time, in the order of the calls. */
export interface BlenderSession {
  readonly blender: Blender;
  /** Runs a program with what follows `--` on its command line. Fails with Blender's own traceback. */
  run(program: BlenderProgram, args: readonly string[], timeout?: number): Promise<void>;
  /** Renders a program as `emitBlender` writes them. */
  render(program: BlenderProgram, options?: Partial<BlenderRenderOptions>): Promise<BlenderPicture>;
  /**
   * Renders a GLB file as Blender's own importer reads it; ids are the nodes' `extras.id`, and show no backs that the file
   * hides. Cycles and Workbench only.
   */
  renderGlb(bytes: Uint8Array, options?: Partial<BlenderRenderOptions>): Promise<BlenderPicture>;
  /** Ends Blender and removes what it has written. */
  close(): Promise<void>;
}

/** Starts Blender. Throws if there is none: ask {@link findBlender} first. */
export async function openBlender(found?: Blender): Promise<BlenderSession> {
  const blender = found ?? (await findBlender());
  if ('absent' in blender) throw new Error(blender.absent);
  const folder = await mkdtemp(join(tmpdir(), 'diorama-blender-'));
  let worker: Worker | undefined;
  let jobs = 0;
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other, whether the one before succeeded or not. */
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const result = last.then(job, job);
    last = result.catch(() => undefined);
    return result;
  };

  const runIn = async (place: string, files: BlenderProgram, args: readonly string[], timeout: number) => {
    await mkdir(join(place, files.dataFolder ?? '.'), { recursive: true });
    const file = join(place, 'scene.py');
    await writeFile(file, files.program);
    for (const { name, bytes } of files.data ?? []) await writeFile(join(place, files.dataFolder ?? '.', name), bytes);
    worker = worker?.isAlive() ? worker : await startWorker(blender, folder);
    await worker.run(file, args, timeout);
  };

  /** Does something in a folder of its own. */
  const inFolder = <T>(job: (place: string) => Promise<T>): Promise<T> =>
    inTurn(async () => {
      jobs += 1;
      const place = join(folder, `job-${jobs}`);
      try {
        return await job(place);
      } finally {
        await rm(place, { recursive: true, force: true });
      }
    });

  const render = (files: BlenderProgram, partial: Partial<BlenderRenderOptions> = {}, extra: readonly string[] = []) =>
    inFolder(async (place) => {
      const options = { ...BLENDER_RENDER_DEFAULTS, ...partial };
      await runIn(place, files, [...argumentsOf(place, options), ...extra], options.timeout);
      return readPicture(place, options);
    });

  return {
    blender,
    run: (files, args, timeout = BLENDER_RENDER_DEFAULTS.timeout) =>
      inFolder((place) => runIn(place, files, args, timeout)),
    render: (files, options) => render(files, options),
    renderGlb: (bytes, options) =>
      render({ program: GLB_PROGRAM, data: [{ name: 'scene.glb', bytes }] }, options, ['--glb', 'scene.glb']),
    close: async () => {
      await last;
      await worker?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The name of the files that programs are told to write. */
const COLOR_FILE = 'color.png';
const PASSES_FILE = 'passes.exr';

function argumentsOf(place: string, options: BlenderRenderOptions): readonly string[] {
  return [
    ...[
      '--size',
      `${options.width}x${options.height}`,
      '--engine',
      options.engine,
      '--samples',
      String(options.samples),
    ],
    ...(options.color ? ['--render', join(place, COLOR_FILE)] : []),
    ...(options.passes ? ['--passes', join(place, PASSES_FILE)] : []),
    ...(options.shadows ? [] : ['--no-shadows']),
  ];
}

async function readPicture(place: string, options: BlenderRenderOptions): Promise<BlenderPicture> {
  const { width, height } = options;
  const png = options.color ? new Uint8Array(await readFile(join(place, COLOR_FILE))) : undefined;
  const color = png && decodeImage(png);
  if (color !== undefined && 'undecodable' in color) throw new Error(`Blender’s picture: ${color.undecodable}`);
  const passes = options.passes ? await readPasses(join(place, PASSES_FILE)) : {};
  return { width, height, ...(color && { color }), ...(png && { png }), ...passes };
}

async function readPasses(file: string): Promise<{ readonly ids: Uint32Array; readonly depth: Float32Array }> {
  const { channels } = readExr(new Uint8Array(await readFile(file)));
  const high = await readFile(`${file}.high`).then(
    (bytes) => channelOf(readExr(new Uint8Array(bytes)).channels, ID_CHANNEL),
    () => undefined,
  );
  const ids = Uint32Array.from(
    channelOf(channels, ID_CHANNEL),
    (low, index) => Math.round(low) + ID_STEP * Math.round(high?.[index] ?? 0),
  );
  const depth = channelOf(channels, DEPTH_CHANNEL).map((far) => (far < NOTHING ? far : Infinity));
  return { ids, depth };
}

function channelOf(channels: ReadonlyMap<string, Float32Array>, name: RegExp): Float32Array {
  for (const [key, numbers] of channels) if (name.test(key)) return numbers;
  throw new Error(`Blender’s passes hold no ${name.source}, only ${[...channels.keys()].join(', ')}`);
}

/** As Blender has named them up to 4.5, and since. */
const ID_CHANNEL = /\.(?:IndexOB|Object Index)\.X$/;
const DEPTH_CHANNEL = /\.Depth\.[ZV]$/;
/** Blender's depth of the sky is 10¹⁰ m. */
const NOTHING = 1e9;
/** Programs write larger ids in two digits of this base. */
const ID_STEP = 32768;

// ---- The process --------------------------------------------------------------------------------------------------------

interface Worker {
  isAlive(): boolean;
  run(file: string, args: readonly string[], timeout: number): Promise<void>;
  stop(): Promise<void>;
}

interface Answer {
  readonly id?: number;
  readonly ready?: boolean;
  readonly error?: string;
}

async function startWorker({ path, kind }: Blender, folder: string): Promise<Worker> {
  const file = join(folder, 'worker.py');
  await writeFile(file, WORKER_PROGRAM);
  const args =
    kind === 'python' ? [file] : ['-b', '--factory-startup', '-noaudio', '--python-exit-code', '1', '-P', file];
  const child = spawn(path, args, { stdio: ['pipe', 'pipe', 'pipe'], cwd: folder });
  const words = recentWords(child);
  let isAlive = true;
  let waiting: ((answer: Answer) => void) | undefined;
  const ended = once(child, 'close').then(
    () => 'it ended by itself',
    (error: Error) => error.message,
  );
  void ended.then((reason) => {
    isAlive = false;
    waiting?.({ error: `${reason}\n${words()}` });
  });
  child.stdin.on('error', () => undefined);
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith(ANSWER)) waiting?.(JSON.parse(line.slice(ANSWER.length)) as Answer);
  });

  /** The next answer, or an error when time is over. */
  const next = async (timeout: number): Promise<void> => {
    let timer: NodeJS.Timeout | undefined;
    const answer = await new Promise<Answer>((resolve) => {
      waiting = resolve;
      timer = setTimeout(() => {
        child.kill('SIGKILL');
        resolve({ error: `it took more than ${timeout / 1000} s\n${words()}` });
      }, timeout);
      if (!isAlive) resolve({ error: `it ended by itself\n${words()}` });
    });
    clearTimeout(timer);
    waiting = undefined;
    if (answer.error !== undefined) throw new Error(`Blender failed: ${answer.error}`);
  };

  await next(START_TIMEOUT);
  let count = 0;
  return {
    isAlive: () => isAlive && !child.killed,
    run: (program, programArgs, timeout) => {
      count += 1;
      child.stdin.write(`${JSON.stringify({ id: count, file: program, arguments: programArgs })}\n`);
      return next(timeout);
    },
    stop: async () => {
      child.stdin.end();
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** The last lines that a process printed. */
function recentWords(child: ChildProcess): () => string {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (lines.length > 40) lines.shift();
    });
  }
  return () => lines.join('\n');
}

/** Milliseconds. */
const START_TIMEOUT = 180_000;
const STOP_TIMEOUT = 10_000;
