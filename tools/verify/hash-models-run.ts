// Prints the hashes of every species' models, two individuals in high detail each, as JSON.
import { hashModels } from '../../packages/conformance/src/hash-models.ts';

console.log(JSON.stringify(hashModels({ individuals: [0, 7], detail: 'high' })));
