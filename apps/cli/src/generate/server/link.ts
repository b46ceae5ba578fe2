// Turns requests to a server into its answers, within a time.
import { excerpt, Failure } from '../failure.ts';

export interface Link {
  /** Without `/v1` and a slash at its end. */
  readonly base: string;
  readonly key: string | undefined;
  /** The server may be silent for so long, milliseconds. */
  readonly patience: number;
  /** Ends all requests: the user has had enough. */
  readonly interrupted: AbortSignal;
}

/** `http://localhost:8080/v1/` → `http://localhost:8080` */
export function baseOf(url: string): string {
  return url.replace(/\/+$/, '').replace(/\/v1$/, '');
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Undefined if it is none. */
  readonly json: unknown;
}

/** No answer is longer: this is no file server. */
const MOST_BYTES = 64 * 2 ** 20;

/** @throws {Failure} If nothing answers in time. */
export async function get(link: Link, path: string): Promise<Answer> {
  const silence = watchSilence(link);
  try {
    const response = await fetch(link.base + path, { headers: headersOf(link), signal: silence.signal });
    let text = '';
    for await (const piece of readText(response, silence)) text += piece;
    return { status: response.status, text, json: parse(text) };
  } catch (error) {
    throw explain(link, error);
  } finally {
    silence.end();
  }
}

/**
 * Posts, and yields the answer's text as it comes.
 * @throws {Failure} If nothing answers in time, with an error, or with anything but JSON or a stream of events.
 */
export async function* post(link: Link, path: string, body: object): AsyncGenerator<string, void> {
  const silence = watchSilence(link);
  try {
    const response = await fetch(link.base + path, {
      method: 'POST',
      headers: { ...headersOf(link), 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: silence.signal,
    });
    const type = response.headers.get('content-type') ?? 'no content type';
    if (!response.ok) {
      let text = '';
      for await (const piece of readText(response, silence)) text += piece;
      throw new HttpFailure(
        response.status,
        `the server refuses: HTTP ${response.status}: ${excerpt(messageIn(text))}`,
      );
    }
    if (!/^(?:text\/event-stream|application\/json)\b/.test(type)) {
      throw new Failure(`the server answers with ${excerpt(type)}, not with JSON or a stream of events`);
    }
    yield* readText(response, silence);
  } catch (error) {
    throw explain(link, error);
  } finally {
    silence.end();
  }
}

/** The server understood the request and declined it. */
export class HttpFailure extends Failure {
  override readonly name: string = 'HttpFailure';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

function headersOf({ key }: Link): Record<string, string> {
  return { accept: 'application/json, text/event-stream', ...(key && { authorization: `Bearer ${key}` }) };
}

async function* readText(response: Response, silence: Silence): AsyncGenerator<string, void> {
  if (response.body === null) return;
  const decoder = new TextDecoder();
  let bytes = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    silence.isBroken();
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Failure('the server does not stop answering');
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

interface Silence {
  readonly signal: AbortSignal;
  isBroken(): void;
  end(): void;
}

function watchSilence({ patience, interrupted }: Link): Silence {
  const control = new AbortController();
  const giveUp = () => control.abort(new Failure(`the server was silent for ${patience / 1000} s`));
  let timer = setTimeout(giveUp, patience);
  return {
    signal: AbortSignal.any([control.signal, interrupted]),
    isBroken() {
      clearTimeout(timer);
      timer = setTimeout(giveUp, patience);
    },
    end: () => clearTimeout(timer),
  };
}

/** Every error of the network in words; others are ours and thrown on. */
function explain({ base, interrupted }: Link, error: unknown): unknown {
  if (interrupted.aborted) return new Failure('interrupted');
  if (error instanceof Failure || !(error instanceof Error)) return error;
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = 'code' in cause ? String(cause.code) : '';
  if (code === 'ECONNREFUSED') return new Failure(`no server answers at ${base}`);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return new Failure(`there is no host such as that of ${base}`);
  if (cause.message === 'bad port')
    return new Failure(`${base} has a port that is kept for other services: fetch does not connect to it`);
  if (error.name === 'TypeError' || code !== '')
    return new Failure(`the connection to ${base} broke: ${excerpt(cause.message)}`);
  return error;
}

/** `{ "error": { "message": "…" } }`, or whatever else it says. */
function messageIn(text: string): string {
  const json = parse(text) as
    | { error?: { message?: unknown } | string; message?: unknown; detail?: unknown }
    | undefined;
  const error = json?.error;
  const message = (typeof error === 'object' ? error?.message : error) ?? json?.message ?? json?.detail;
  return typeof message === 'string' ? message : text;
}

export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
