// Turns either end of a thread's channel, Node's or a browser's, into something that is spoken to and listened to.

/** A `Worker` or `parentPort` of Node's `worker_threads`; also one of its `MessagePort`s. */
export interface NodeThreadEnd {
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  on(event: string, listener: (value: unknown) => void): unknown;
}

/** A browser's `Worker`, or `self` in one; also a `MessagePort`, after its `start()`. */
export interface BrowserThreadEnd {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  addEventListener(event: string, listener: (event: ThreadEvent) => void): void;
}

/** What the events of messages and errors have in common. */
export interface ThreadEvent {
  readonly type: string;
  readonly data?: unknown;
  readonly message?: unknown;
}

export type ThreadEnd = NodeThreadEnd | BrowserThreadEnd;

/** Calls back for each message of the other side. */
export function receive(end: ThreadEnd, listener: (message: unknown) => void): void {
  if ('on' in end) end.on('message', listener);
  else end.addEventListener('message', ({ data }) => listener(data));
}

/** Calls back if the other side can no longer answer: it has thrown, ended, or said what cannot be read. */
export function whenLost(end: ThreadEnd, listener: (reason: unknown) => void): void {
  if ('on' in end) {
    end.on('error', listener);
    end.on('messageerror', listener);
    end.on('exit', (code) => listener(new Error(`the thread ended with code ${String(code)}`)));
  } else {
    end.addEventListener('error', ({ message }) => listener(new Error(String(message ?? 'the thread failed'))));
    end.addEventListener('messageerror', () => listener(new Error('the thread sent what cannot be read')));
  }
}
