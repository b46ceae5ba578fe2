// Turns what a pool asks of a worker into pictures: the worker's half of a render pool.
import type { Stage } from '@diorama/stage';
import type { Picture } from './picture.ts';
import { createRasterizer } from './rasterizer.ts';
import type { RenderOptions } from './render-options.ts';

/** One end of a channel between threads. Node's `parentPort` and a browser's `self` become one in two lines. */
export interface RenderPort {
  /** Sends a message; the buffers move to the other side. */
  send(message: unknown, transfer: readonly ArrayBuffer[]): void;
  /** Calls back for each message of the other side. */
  receive(listener: (message: unknown) => void): void;
}

/** What a pool sends to a worker. */
export interface RenderRequest<Job> {
  readonly number: number;
  readonly job: Job;
  readonly options: Partial<RenderOptions>;
}

/** What comes back: a picture, or why there is none. */
export type RenderReply =
  | { readonly kind: 'picture'; readonly number: number; readonly picture: Picture }
  | { readonly kind: 'failure'; readonly number: number; readonly reason: string };

/**
 * Renders what comes in through a port, in order. `stageOf` makes the stage of a job, such as a program's text: then the work
 * of making it is the worker's too, and no meshes travel.
 */
export function serveRenders<Job>(port: RenderPort, stageOf: (job: Job) => Stage | Promise<Stage>): void {
  const rasterizer = createRasterizer();
  let previous: Promise<void> = Promise.resolve();
  port.receive((message) => {
    const request = message as RenderRequest<Job>;
    previous = previous.then(() => answer(request));
  });

  async function answer({ number, job, options }: RenderRequest<Job>): Promise<void> {
    try {
      const picture = rasterizer.render(await stageOf(job), options);
      const reply: RenderReply = { kind: 'picture', number, picture };
      const buffers = [picture.color, picture.ids, picture.depth].map(({ buffer }) => buffer as ArrayBuffer);
      port.send(reply, buffers);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      port.send({ kind: 'failure', number, reason } satisfies RenderReply, []);
    }
  }
}
