// `diorama generate` with servers of every kind, in good health and in bad.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLibrary } from '@diorama/assets';
import { checkFile, memoryWorld } from '@diorama/compiler';
import { type Catalog, exportGrammar } from '@diorama/grammar';
import { describe, expect, onTestFinished, test } from 'vitest';
import { EXAMPLE } from '../src/generate/conversation.ts';
import { folder, GOOD, MISSPELT, SPELT } from './support.ts';

/** A model knows no files, and the assets that the library has. */
const catalog: Catalog = { assets: createLibrary(), images: new Set(), embeddings: new Map() };

const WRONG = 'tree { at: (0, -8), height: -5 }\n';

test('the example that models are shown checks', () => {
  const checked = checkFile(memoryWorld({ 'example.dio': EXAMPLE }), 'example.dio');
  expect(checked).toMatchObject({ diagnostics: [] });
});

describe('each kind of server is found and sent its grammar', () => {
  test.each<[kind: string, server: Fake, sent: object]>([
    [
      'llama.cpp',
      { routes: { '/v1/models': models('llamacpp') }, answers: [events(GOOD)] },
      { grammar: exportGrammar('gbnf', { form: 'core', catalog }) },
    ],
    [
      'llama.cpp',
      { routes: { '/props': json({ default_generation_settings: {} }) }, answers: [events(GOOD)] },
      { grammar: exportGrammar('gbnf', { form: 'core', catalog }) },
    ],
    [
      'vllm',
      { routes: { '/v1/models': models('vllm') }, answers: [events(GOOD)] },
      { structured_outputs: { grammar: exportGrammar('xgrammar', { form: 'core', catalog }) } },
    ],
    [
      'vllm',
      { routes: { '/version': json({ version: '0.12.0' }) }, answers: [events(GOOD)] },
      { guided_grammar: exportGrammar('xgrammar', { form: 'core', catalog }) },
    ],
    [
      'sglang',
      { routes: { '/get_model_info': json({ model_path: 'm' }) }, answers: [events(GOOD)] },
      { ebnf: exportGrammar('xgrammar', { form: 'core', catalog }) },
    ],
    [
      'openai',
      {
        routes: { '/v1/models': models('someone') },
        answers: [events(JSON.stringify({ elements: [{ kind: 'tree', properties: { at: [0, -8], height: 5 } }] }))],
      },
      { response_format: { type: 'json_schema' } },
    ],
  ])('%s', async (kind, fake, sent) => {
    const { url, bodies } = await serve(fake);
    const run = await folder().run(['generate', '--model', url, '--prompt', 'a tree', '--seed', '7']);
    expect(run).toMatchObject({ code: 0, stdout: GOOD });
    expect(run.stderr).toContain(`: ${kind}`);
    expect(bodies[0]).toMatchObject({ stream: true, seed: 7, max_tokens: 1024, ...sent });
  });

  test('the whole language', async () => {
    const { url, bodies } = await serve({ routes: { '/v1/models': models('llamacpp') }, answers: [events(GOOD)] });
    await folder().run(['generate', '--model', url, '--prompt', 'a tree', '--form', 'whole']);
    expect(bodies[0]).toMatchObject({ grammar: exportGrammar('gbnf', { form: 'whole' }) });
  });

  test('named, under its /v1, with a key and a model', async () => {
    const { url, bodies, keys } = await serve({ routes: {}, answers: [events(GOOD)] });
    const run = await folder().run(
      ['generate', '--model', `${url}/v1/`, '--prompt', 'a', '--server', 'sglang', '--server-model', 'big'],
      { env: { DIORAMA_API_KEY: 'secret' } },
    );
    expect(run).toMatchObject({ code: 0, stdout: GOOD });
    expect(bodies[0]).toMatchObject({ model: 'big' });
    expect(keys.at(-1)).toBe('Bearer secret');
  });
});

describe('what comes is checked', () => {
  test('a misspelling is put right', async () => {
    const run = await ask({ answers: [events(MISSPELT)] });
    expect(run).toMatchObject({ code: 0, stdout: SPELT });
    expect(run.stderr).toContain('1 fix applied');
  });

  test('what is wrong goes back to the model', async () => {
    const fake = { routes: { '/v1/models': models('vllm') }, answers: [events(WRONG), events(GOOD)] };
    const { url, bodies } = await serve(fake);
    const run = await folder().run(['generate', '--model', url, '--prompt', 'a tree']);
    expect(run).toMatchObject({ code: 0, stdout: GOOD });
    const { messages } = bodies[1] as { messages: { role: string; content: string }[] };
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
    expect(messages[2]?.content).toBe(WRONG);
    expect(messages[3]?.content).toMatch(/line 1: /);
  });

  test('in the end it is told, and nothing is written', async () => {
    const { url, bodies } = await serve({ routes: { '/v1/models': models('vllm') }, answers: [events(WRONG)] });
    const place = folder();
    const run = await place.run(['generate', '--model', url, '--prompt', 'a', '--attempts', '2', '-o', 'made.dio']);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toContain('no program without errors in 2 attempts');
    expect(run.stderr).toContain('[out-of-range]');
    expect(bodies).toHaveLength(2);
    expect(place.list()).toEqual([]);
  });

  test('what was cut off ends with its last whole line', async () => {
    const run = await ask({ answers: [events(`${GOOD}tree { at: (0`, 'length')] });
    expect(run).toMatchObject({ code: 0, stdout: GOOD });
    expect(run.stderr).toContain('its last line is left out');
  });

  test('a server without streams', async () => {
    const whole = json({ choices: [{ message: { content: GOOD }, finish_reason: 'stop' }] });
    expect(await ask({ answers: [whole] })).toMatchObject({ code: 0, stdout: GOOD });
  });

  test('a server without schemas: the program is taken out of what is said', async () => {
    const refusal = json({ error: { message: 'response_format is not supported' } }, 400);
    const prose = events(`Here it is:\n\`\`\`dio\n${GOOD}\`\`\`\nEnjoy!`);
    const { url, bodies } = await serve({ routes: { '/v1/models': models('x') }, answers: [refusal, prose] });
    const run = await folder().run(['generate', '--model', url, '--prompt', 'a tree']);
    expect(run).toMatchObject({ code: 0, stdout: GOOD });
    expect(run.stderr).toContain('the server takes no schema');
    expect(bodies[1]).not.toHaveProperty('response_format');
  });

  test.each([1, 3, 100])('events in pieces of %i bytes, between the bytes of a character too', async (tear) => {
    const program = `scene { name: "Bäume" }\n${GOOD}`;
    const run = await ask({ answers: [{ ...events(program), tear }] });
    expect(run).toMatchObject({ code: 0, stdout: program });
  });
});

describe('a server that fails is told of, and nothing is written', () => {
  test.each<[what: string, said: string, fake: Partial<Fake>]>([
    ['an error', 'HTTP 500: out of memory', { answers: [json({ error: { message: 'out of memory' } }, 500)] }],
    [
      'an error in prose',
      'HTTP 502: Bad gateway',
      { answers: [{ status: 502, type: 'text/html', body: 'Bad gateway' }] },
    ],
    ['a page', 'answers with text/html', { answers: [{ type: 'text/html', body: '<html>' }] }],
    ['no JSON', 'is no JSON: {"choices', { answers: [{ type: 'application/json', body: '{"choices": [' }] }],
    ['nothing', 'it is empty', { answers: [{ type: 'application/json', body: '' }] }],
    ['another JSON', 'has no choices', { answers: [json({ tree: 1 })] }],
    [
      'an event of no JSON',
      'an event that is no JSON',
      { answers: [{ type: 'text/event-stream', body: 'data: {oops\n\n' }] },
    ],
    [
      'an error in the stream',
      'the server gives up: too busy',
      { answers: [{ type: 'text/event-stream', body: 'data: {"error": {"message": "too busy"}}\n\n' }] },
    ],
    [
      'half a stream',
      'breaks off after',
      {
        answers: [
          { type: 'text/event-stream', body: events(GOOD).body.split('data: {"choices":[{"delta":{},')[0] ?? '' },
        ],
      },
    ],
    ['a stream that is torn', 'broke', { answers: [{ ...events(GOOD), cut: 60 }] }],
    ['silence', 'silent for 0.3 s', { answers: [{ ...events(GOOD), hangs: true }] }],
    ['a stream that stops', 'silent for 0.3 s', { answers: [{ ...events(GOOD), cut: 60, hangs: true }] }],
    ['a lock', 'set DIORAMA_API_KEY', { routes: { '/v1/models': json({}, 401) } }],
    ['another server', 'does not speak as a server of models', { routes: {} }],
  ])('%s', async (_, said, fake) => {
    const { url } = await serve({ routes: { '/v1/models': models('vllm') }, answers: [], ...fake });
    const place = folder();
    const args = ['generate', '--model', url, '--prompt', 'a tree', '--timeout', '0.3', '-o', 'made.dio'];
    const run = await place.run(args);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toContain(said);
    expect(place.list()).toEqual([]);
  });

  test('no server', async () => {
    const { url, close } = await serve({ routes: {}, answers: [] });
    await close();
    const run = await folder().run(['generate', '--model', url, '--prompt', 'a tree']);
    expect(run).toMatchObject({ code: 1, stdout: '', stderr: `diorama: no server answers at ${url}\n` });
  });

  test('a port of another service', async () => {
    const run = await folder().run('generate --model http://localhost:6000 --prompt tree');
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toContain('a port that is kept for other services');
  });

  test('an interruption', async () => {
    const { url } = await serve({
      routes: { '/v1/models': models('vllm') },
      answers: [{ ...events(GOOD), hangs: true }],
    });
    const running = folder().start(`generate --model ${url} --prompt tree`);
    await expect.poll(() => running.said()).toContain('vllm');
    running.interrupt();
    expect(await running.done).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('interrupted') });
  });
});

test.each([
  ['--max-tokens 0', '--max-tokens is a whole number from 1'],
  ['--temperature -1', '--temperature is a number from 0 to 100'],
  ['--temperature hot', '--temperature is a number from 0 to 100'],
  ['--seed 1.5', '--seed is a whole number from 0'],
  ['--attempts 0', '--attempts is a whole number from 1 to 100'],
  ['--timeout 0', '--timeout is a number of seconds'],
  ['--complete a.dio', '--complete needs a model on this computer'],
])('%s makes no sense', async (option, said) => {
  const run = await folder().run(`generate --model http://localhost:1 --prompt tree ${option}`);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain(said);
});

test.each([
  [['--prompt', ' '], '--prompt is empty'],
  [['--prompt', 'tree', '--temperature', ''], '--temperature is a number from 0 to 100'],
])('%j is empty', async (options, said) => {
  const run = await folder().run(['generate', '--model', 'http://localhost:1', ...options]);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain(said);
});

test.each([
  ['none', {}, 'none is no folder'],
  ['empty', { 'empty/a.txt': '' }, 'has none of onnx/model.onnx'],
  ['bare', { 'bare/model.onnx': '' }, 'has no tokenizer.json'],
  ['broken', { 'broken/model.onnx': '', 'broken/tokenizer.json': '{' }, 'tokenizer.json is no JSON object'],
  ['odd', { 'odd/model.onnx': '', 'odd/tokenizer.json': '{}' }, 'the tokenizer cannot be used'],
])('a folder that is no model: %s', async (name, files, said) => {
  const run = await folder(files).run(`generate --model ${name} --prompt tree`);
  expect(run).toMatchObject({ code: 1, stdout: '' });
  expect(run.stderr).toContain(said);
});

// Servers

interface FakeAnswer {
  readonly status?: number;
  readonly type: string;
  readonly body: string;
  /** Sent in pieces of so many bytes. */
  readonly tear?: number;
  /** The connection is lost after so many bytes, or the server falls silent. */
  readonly cut?: number;
  readonly hangs?: boolean;
}

interface Fake {
  readonly routes: Readonly<Record<string, FakeAnswer>>;
  /** To the requests of completions, in order; the last one is given again. */
  readonly answers: readonly FakeAnswer[];
}

function json(value: unknown, status = 200): FakeAnswer {
  return { status, type: 'application/json', body: JSON.stringify(value) };
}

function models(owner: string): FakeAnswer {
  return json({ object: 'list', data: [{ id: 'm', object: 'model', owned_by: owner }] });
}

/** A text as a stream of events, a few characters each. */
function events(text: string, reason = 'stop'): FakeAnswer {
  const chunks = text.match(/[\s\S]{1,7}/g) ?? [];
  const choices = [
    ...chunks.map((content) => ({ delta: { content }, finish_reason: null })),
    { delta: {}, finish_reason: reason },
  ];
  const lines = choices.map((choice) => `data: ${JSON.stringify({ choices: [choice] })}\n\n`);
  return {
    type: 'text/event-stream',
    body: `: hello\n\n${lines.join('')}data: {"choices":[],"usage":{}}\n\ndata: [DONE]\n\n`,
  };
}

async function ask(fake: Partial<Fake>) {
  const { url } = await serve({ routes: { '/v1/models': models('vllm') }, answers: [], ...fake });
  return folder().run(['generate', '--model', url, '--prompt', 'a tree', '--attempts', '1']);
}

/** A server that is gone when the test is over. */
async function serve({ routes, answers }: Fake) {
  const bodies: unknown[] = [];
  const keys: (string | undefined)[] = [];
  const server = createServer(async (request, response) => {
    keys.push(request.headers.authorization);
    const isCompletion = request.method === 'POST' && request.url === '/v1/chat/completions';
    if (isCompletion) bodies.push(JSON.parse(await readBody(request)));
    const found = isCompletion ? (answers[bodies.length - 1] ?? answers.at(-1)) : routes[request.url ?? ''];
    await send(response, found ?? { status: 404, type: 'text/plain', body: 'not found' });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const close = () =>
    new Promise<void>((done) => {
      server.closeAllConnections();
      server.close(() => done());
    });
  onTestFinished(close);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies, keys, close };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

async function send(response: ServerResponse, { status = 200, type, body, tear, cut, hangs }: FakeAnswer) {
  if (hangs && cut === undefined) return;
  response.writeHead(status, { 'content-type': type });
  const bytes = Buffer.from(body).subarray(0, cut);
  if (tear === undefined) response.write(bytes);
  else {
    for (let at = 0; at < bytes.length; at += tear) {
      response.write(bytes.subarray(at, at + tear));
      if (at % (40 * tear) === 0) await new Promise((done) => setImmediate(done));
    }
  }
  if (hangs) return;
  if (cut === undefined) response.end();
  else setTimeout(() => response.destroy(), 20);
}
