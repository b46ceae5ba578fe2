// Many pictures at once, over channels that stand for threads.
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import {
  type BrowserThreadEnd,
  createRenderPool,
  type NodeThreadEnd,
  type RenderPool,
  type RenderThread,
  render,
  serveRenders,
} from '../src/index.ts';
import { ball, evenLight, makeStage, matte, model } from './support/stages.ts';

/** A ball of this radius; 0 cannot be drawn, and below 0 the thread dies. */
function stageOf(radius: number) {
  if (radius === 0) throw new Error('no ball');
  const one = model('ball', [{ mesh: ball(12, 6), material: matte(0.5, 0.5, 0.5) }], {
    ...{ at: [0, 0, -5] as const, scale: [radius, radius, radius] as const },
  });
  return makeStage({ ambient: evenLight(), models: [one] });
}

const options = { height: 12, samples: 1 } as const;
const expected = (radius: number) => render(stageOf(radius), options);

let pool: RenderPool<number>;
let spawned = 0;
afterEach(() => pool.end());

/** Both ends in one thread: the messages are cloned and the buffers moved all the same. */
function spawn(): RenderThread {
  spawned += 1;
  const { port1, port2 } = new MessageChannel();
  let die = (_: unknown) => {};
  serveRenders<number>(asNode(port2), async (radius) => {
    if (radius < 0) {
      die(new Error('out of memory'));
      await new Promise(() => undefined);
    }
    // The larger the longer: the order of the answers is not that of the questions.
    await new Promise((resolve) => setTimeout(resolve, 5 * radius));
    return stageOf(radius);
  });
  return {
    ...asNode(port1),
    on: (event, listener) => {
      if (event === 'error') die = listener;
      else port1.on(event, listener);
    },
    terminate: () => port1.close(),
  };
}

function asNode(port: MessagePort): NodeThreadEnd {
  return {
    postMessage: (message, transfer = []) => port.postMessage(message, [...transfer]),
    on: (event, listener) => port.on(event, listener),
  };
}

/** A thread as browsers have it: events, a message's content in their `data`. */
function spawnInBrowser(): RenderThread {
  spawned += 1;
  const { port1, port2 } = new MessageChannel();
  const errors = new EventTarget();
  serveRenders<number>(asBrowser(port2), (radius) => {
    if (radius < 0) errors.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
    return stageOf(radius);
  });
  const listening = asBrowser(port1);
  return {
    ...listening,
    addEventListener: (event, listener) => {
      if (event === 'error') errors.addEventListener(event, (error) => listener(error));
      else listening.addEventListener(event, listener);
    },
    terminate: () => port1.close(),
  };
}

function asBrowser(port: MessagePort): BrowserThreadEnd {
  return {
    postMessage: (message, transfer) => port.postMessage(message, transfer),
    addEventListener: (event, listener) => {
      port.on(event, (data) => listener({ type: event, data }));
    },
  };
}

function start(workers: number): RenderPool<number> {
  spawned = 0;
  pool = createRenderPool<number>({ spawn, workers });
  return pool;
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

test.each([1, 2, 3])('pictures come in the order of their jobs: %d threads', async (workers) => {
  const jobs = [2, 0.5, 1.5, 1, 0.7, 1.8, 0.3];
  expect(await collect(start(workers).renderAll(jobs, options))).toEqual(jobs.map(expected));
  expect(spawned).toBe(workers);
});

test('threads as browsers have them', async () => {
  spawned = 0;
  pool = createRenderPool<number>({ spawn: spawnInBrowser, workers: 1 });
  expect(await pool.render(1, options)).toEqual(expected(1));
  await expect(pool.render(-1, options)).rejects.toThrow('out of memory');
  expect(await pool.render(2, options)).toEqual(expected(2));
  expect(spawned).toBe(2);
});

test('a thread of Node that ends by itself', async () => {
  pool = createRenderPool<number>({ spawn: () => new Worker('process.exit(3)', { eval: true }), workers: 1 });
  await expect(pool.render(1, options)).rejects.toThrow('the thread ended with code 3');
});

test('jobs are taken only as fast as pictures are', async () => {
  let taken = 0;
  function* jobs() {
    for (;;) {
      taken += 1;
      yield 1;
    }
  }
  const pictures = start(2).renderAll(jobs(), options);
  expect((await pictures.next()).done).toBe(false);
  expect(taken).toBe(3);
  await pictures.return();
});

describe('what goes wrong', () => {
  test('a job that fails fails alone, in its own words', async () => {
    const { render: ask } = start(1);
    const [first, failing, last] = [ask(1, options), ask(0, options), ask(2, options)];
    await expect(failing).rejects.toThrow('no ball');
    expect(await first).toEqual(expected(1));
    expect(await last).toEqual(expected(2));
    expect(spawned).toBe(1);
  });

  test('a thread that dies takes its job with it; another takes its place', async () => {
    const { render: ask } = start(1);
    const [dying, next] = [ask(-1, options), ask(1, options)];
    await expect(dying).rejects.toThrow('out of memory');
    expect(await next).toEqual(expected(1));
    expect(spawned).toBe(2);
  });

  test('a job that cannot be sent', async () => {
    const { render: ask } = start(1);
    await expect(ask((() => 1) as unknown as number, options)).rejects.toThrow();
    expect(await ask(1, options)).toEqual(expected(1));
  });

  test('an abort ends what waits and what runs', async () => {
    const { render: ask } = start(1);
    const stop = new AbortController();
    const [running, waiting] = [ask(1, options, stop.signal), ask(1, options, stop.signal)];
    const other = ask(0.5, options);
    stop.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
    await expect(waiting).rejects.toThrow('enough');
    await expect(ask(1, options, stop.signal)).rejects.toThrow('enough');
    expect(await other).toEqual(expected(0.5));
  });

  test('the end of the pool', async () => {
    const { render: ask, end } = start(1);
    const [running, waiting] = [ask(1, options), ask(1, options)];
    end();
    await expect(running).rejects.toThrow('ended');
    await expect(waiting).rejects.toThrow('ended');
    await expect(ask(1, options)).rejects.toThrow('ended');
  });
});
