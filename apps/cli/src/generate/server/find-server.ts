// Turns a server's address into its kind and its model, by asking it.
import { excerpt, Failure } from '../failure.ts';
import { get, type Link } from './link.ts';

/** `openai`: any other server that speaks as OpenAI's does. */
export type ServerKind = 'llama.cpp' | 'vllm' | 'sglang' | 'openai';
export const SERVER_KINDS: readonly ServerKind[] = ['llama.cpp', 'vllm', 'sglang', 'openai'];

export interface Server {
  readonly kind: ServerKind;
  /** The model that is asked; undefined if the server does not tell, as it may if it has one alone. */
  readonly model: string | undefined;
}

/** What `/v1/models` says of its owner. */
const OWNERS: Readonly<Record<string, ServerKind>> = { llamacpp: 'llama.cpp', vllm: 'vllm', sglang: 'sglang' };
/** What only one kind of server answers, and a field of its answer. */
const PROBES: readonly (readonly [path: string, field: string, kind: ServerKind])[] = [
  ['/props', 'default_generation_settings', 'llama.cpp'],
  ['/get_model_info', 'model_path', 'sglang'],
  ['/version', 'version', 'vllm'],
];

/** @throws {Failure} If nothing answers there. */
export async function findServer(
  link: Link,
  asked: { readonly kind?: ServerKind | undefined; readonly model?: string | undefined },
): Promise<Server> {
  const models = await get(link, '/v1/models');
  if (models.status === 401 || models.status === 403)
    throw new Failure(`the server wants a key (HTTP ${models.status}): set DIORAMA_API_KEY`);
  const first = firstModel(models.json, asked.model);
  const model = asked.model ?? first?.id;
  if (asked.kind !== undefined) return { kind: asked.kind, model };
  const owned = OWNERS[first?.owner ?? ''];
  if (owned !== undefined) return { kind: owned, model };
  let answers = models.status === 200 && models.json !== undefined;
  for (const [path, field, kind] of PROBES) {
    const { status, json } = await get(link, path);
    answers ||= status === 200 && json !== undefined;
    if (status === 200 && isRecord(json) && json[field] !== undefined) return { kind, model };
  }
  if (answers) return { kind: 'openai', model };
  throw new Failure(
    `${link.base} does not speak as a server of models does: /v1/models answers HTTP ${models.status}: ${excerpt(models.text)}`,
  );
}

function firstModel(json: unknown, asked: string | undefined): { id: string; owner: string } | undefined {
  if (!isRecord(json) || !Array.isArray(json.data)) return undefined;
  const models = json.data.filter((model) => isRecord(model) && typeof model.id === 'string');
  const found = models.find(({ id }) => id === asked) ?? models[0];
  return found && { id: found.id, owner: String(found.owned_by ?? '').toLowerCase() };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
