// For the libraries that run language models. None is a dependency: each is handed in.

export { generateWithLlama, type LlamaSequence, llamaModel } from './llama-model.ts';
export { createLogitsProcessor, type LogitsProcessorOptions, type Transformers } from './logits-processor.ts';
export { type GgufMetadata, type GgufOptions, readGgufVocabulary } from './read-gguf-vocabulary.ts';
