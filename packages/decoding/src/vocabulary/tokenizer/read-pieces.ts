// Turns the model of a tokenizer's file into its pieces.
import { isId, isRecord, type JsonRecord, show } from './json.ts';
import { type Refusal, refuse } from './refusal.ts';

export interface Pieces {
  readonly byText: ReadonlyMap<string, number>;
  /** The piece for what has no piece: no text. */
  readonly unknown: number | undefined;
}

export function readPieces(file: JsonRecord): Pieces | Refusal {
  const model = file.model;
  if (!isRecord(model)) return refuse('model is missing: this is no tokenizer.json of the Hugging Face library');
  switch (model.type ?? (Array.isArray(model.merges) ? 'BPE' : undefined)) {
    case 'BPE':
      return readMerged(model);
    case 'Unigram':
      return readUnigram(model);
    case 'WordPiece':
      return refuse('model.type is "WordPiece": it drops white space, so tokens have no exact bytes');
    case 'WordLevel':
      return refuse(
        'model.type is "WordLevel": its words have no exact bytes; createVocabulary takes them with the bytes that you mean',
      );
    default:
      return refuse(`model.type is ${show(model.type)}; "BPE" and "Unigram" can be read`);
  }
}

function readMerged(model: JsonRecord): Pieces | Refusal {
  for (const key of ['continuing_subword_prefix', 'end_of_word_suffix']) {
    const mark = model[key] ?? '';
    if (mark !== '') return refuse(`model.${key} is ${show(mark)}: white space between words is not in the tokens`);
  }
  const vocab = model.vocab;
  if (!isRecord(vocab)) return refuse('model.vocab is not an object of tokens and ids');
  const byText = new Map<string, number>();
  for (const text in vocab) {
    const id = vocab[text];
    if (!isId(id)) return refuse(`model.vocab[${show(text)}] is ${show(id)}, not an id`);
    byText.set(text, id);
  }
  const unknown = model.unk_token;
  return { byText, unknown: typeof unknown === 'string' ? byText.get(unknown) : undefined };
}

function readUnigram(model: JsonRecord): Pieces | Refusal {
  const vocab = model.vocab;
  if (!Array.isArray(vocab)) return refuse('model.vocab is not a list of tokens and scores');
  const byText = new Map<string, number>();
  for (const [id, entry] of vocab.entries()) {
    const text: unknown = Array.isArray(entry) ? entry[0] : undefined;
    if (typeof text !== 'string') return refuse(`model.vocab[${id}] is ${show(entry)}, not a token and its score`);
    if (byText.has(text)) return refuse(`model.vocab has ${show(text)} twice`);
    byText.set(text, id);
  }
  return { byText, unknown: isId(model.unk_id) ? model.unk_id : undefined };
}
