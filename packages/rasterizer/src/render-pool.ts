// Turns jobs into pictures on several threads at once.
import type { Picture } from './picture.ts';
import type { RenderOptions } from './render-options.ts';
import type { RenderReply, RenderRequest } from './serve-renders.ts';
import { receive, type ThreadEnd, whenLost } from './thread-end.ts';

/** A thread that runs `serveRenders`, as its owner sees it: a `Worker` of Node or of a browser. */
export type RenderThread = ThreadEnd & { terminate(): unknown };

export interface RenderPoolOptions {
  /** Starts a thread: `() => new Worker(…)`. */
  readonly spawn: () => RenderThread;
  /** How many threads at most. */
  readonly workers: number;
}

/**
 * Threads that render many pictures. A `Job` is whatever the threads' `stageOf` understands, by structured clone. Until `end` is
 * called, the threads wait for more, and Node does not end by itself.
 */
export interface RenderPool<Job> {
  /** Rejects if the job fails, the thread dies, the pool ends, or with the signal's reason if that aborts first. */
  render(job: Job, options?: Partial<RenderOptions>, signal?: AbortSignal): Promise<Picture>;
  /** Pictures in the order of their jobs. Jobs are taken only as fast as pictures are. */
  renderAll(
    jobs: Iterable<Job> | AsyncIterable<Job>,
    options?: Partial<RenderOptions>,
    signal?: AbortSignal,
  ): AsyncGenerator<Picture, void, undefined>;
  /** Ends all threads; what is not done fails. */
  end(): void;
}

/** A pool that starts threads as it needs them. */
export function createRenderPool<Job>({ spawn, workers }: RenderPoolOptions): RenderPool<Job> {
  const waiting: Task<Job>[] = [];
  const threads = new Set<Thread<Job>>();
  let nextNumber = 0;
  let hasEnded = false;

  return { render, renderAll, end };

  function render(job: Job, options: Partial<RenderOptions> = {}, signal?: AbortSignal): Promise<Picture> {
    return new Promise<Picture>((resolve, reject) => {
      if (hasEnded) return reject(new Error(ENDED));
      if (signal?.aborted === true) return reject(signal.reason);
      const number = nextNumber;
      nextNumber += 1;
      const abort = () => {
        const place = waiting.indexOf(task);
        if (place >= 0) waiting.splice(place, 1);
        // What a thread has begun it ends, but nobody waits for it.
        reject(signal?.reason);
      };
      const forget = () => signal?.removeEventListener('abort', abort);
      const task: Task<Job> = {
        request: { number, job, options },
        resolve: (picture) => {
          forget();
          resolve(picture);
        },
        reject: (reason) => {
          forget();
          reject(reason);
        },
      };
      signal?.addEventListener('abort', abort, { once: true });
      waiting.push(task);
      startNext();
    });
  }

  async function* renderAll(
    jobs: Iterable<Job> | AsyncIterable<Job>,
    options: Partial<RenderOptions> = {},
    signal?: AbortSignal,
  ): AsyncGenerator<Picture, void, undefined> {
    const begun: Promise<Picture>[] = [];
    for await (const job of jobs) {
      const picture = render(job, options, signal);
      // Until its turn comes nobody looks at it: a failure must not count as unhandled.
      picture.catch(() => undefined);
      begun.push(picture);
      // One more than there are threads, so that none waits.
      if (begun.length > workers) yield await (begun.shift() as Promise<Picture>);
    }
    for (const picture of begun) yield await picture;
  }

  function end(): void {
    hasEnded = true;
    for (const thread of threads) thread.worker.terminate();
    const undone = [...waiting, ...[...threads].flatMap(({ task }) => task ?? [])];
    waiting.length = 0;
    threads.clear();
    for (const task of undone) task.reject(new Error(ENDED));
  }

  function startNext(): void {
    if (waiting.length === 0) return;
    const idle = [...threads].find(({ task }) => task === undefined);
    const thread = idle ?? (threads.size < workers ? start() : undefined);
    if (thread === undefined) return;
    const task = waiting.shift() as Task<Job>;
    thread.task = task;
    try {
      thread.worker.postMessage(task.request, []);
    } catch (error) {
      // A job that cannot be cloned.
      thread.task = undefined;
      task.reject(error);
      startNext();
    }
  }

  function start(): Thread<Job> {
    const thread: Thread<Job> = { worker: spawn(), task: undefined };
    threads.add(thread);
    receive(thread.worker, (message) => {
      const reply = message as RenderReply;
      const task = thread.task;
      if (task === undefined || task.request.number !== reply.number) return;
      thread.task = undefined;
      if (reply.kind === 'picture') task.resolve(reply.picture);
      else task.reject(new Error(reply.reason));
      startNext();
    });
    whenLost(thread.worker, (reason) => {
      if (!threads.delete(thread)) return;
      // A browser's thread lives on after an error.
      thread.worker.terminate();
      const task = thread.task;
      thread.task = undefined;
      task?.reject(reason instanceof Error ? reason : new Error(String(reason)));
      startNext();
    });
    return thread;
  }
}

const ENDED = 'the render pool has ended';

interface Task<Job> {
  readonly request: RenderRequest<Job>;
  resolve(picture: Picture): void;
  reject(reason: unknown): void;
}

interface Thread<Job> {
  readonly worker: RenderThread;
  task: Task<Job> | undefined;
}
