// Turns what a pool asks of a thread into pictures: the thread's half of a render pool.
import type { Stage } from '@diorama/stage';
import type { Picture } from './picture.ts';
import { createRasterizer } from './rasterizer.ts';
import type { RenderOptions } from './render-options.ts';
import { receive, type ThreadEnd } from './thread-end.ts';

/**
 * Renders what a pool asks of this thread, in order. `end` is `parentPort` in Node, `self` in a browser. `stageOf` makes the stage
 * of a job, such as a program's text: then the work of making it is the thread's too, and no meshes travel.
 */
export function serveRenders<Job>(end: ThreadEnd, stageOf: (job: Job) => Stage | Promise<Stage>): void {
  const rasterizer = createRasterizer();
  let previous: Promise<void> = Promise.resolve();
  receive(end, (message) => {
    const request = message as RenderRequest<Job>;
    previous = previous.then(() => answer(request));
  });

  async function answer({ number, job, options }: RenderRequest<Job>): Promise<void> {
    try {
      const picture = rasterizer.render(await stageOf(job), options);
      const reply: RenderReply = { kind: 'picture', number, picture };
      const buffers = [picture.color, picture.ids, picture.depth].map(({ buffer }) => buffer as ArrayBuffer);
      end.postMessage(reply, buffers);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      end.postMessage({ kind: 'failure', number, reason } satisfies RenderReply, []);
    }
  }
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
