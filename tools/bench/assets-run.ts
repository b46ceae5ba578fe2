// Builds a scene of as many distinct assets as asked for in a process that has built nothing yet, and prints how long that took.
import { performance } from 'node:perf_hooks';
import { createLibrary } from '@diorama/assets';
import { memoryWorld, stageFile } from '@diorama/compiler';

const count = Number(process.argv[2]);
const start = performance.now();
const library = createLibrary();
// Every class in turn, each species once.
const classes = ['carnivore', 'herbivore', 'bird', 'tree', 'bush', 'boulder'].map((name) => [...library.ids(name)]);
const longest = Math.max(...classes.map((ids) => ids.length));
const ids = Array.from({ length: longest }, (_, row) => classes.flatMap((column) => column.slice(row, row + 1))).flat();
const elements = ids.slice(0, count).map((id, index) => {
  const at = `(${(index % 5) * 4 - 8}, ${-8 - 4 * Math.floor(index / 5)})`;
  return `${id.split('/')[0]} { at: ${at}, height: 1, appearance: asset("${id}") }\n`;
});
const staged = stageFile(memoryWorld({ 'scene.dio': elements.join('') }), 'scene.dio', { library });
if ('unreadable' in staged || staged.value.stage === undefined) throw new Error(JSON.stringify(staged));
console.log(JSON.stringify({ time: performance.now() - start, models: staged.value.stage.models.length - 1 }));
