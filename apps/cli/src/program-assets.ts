// The commands about assets: a table of contents, like `program.ts`.
import { type Command, Option } from 'commander';
import type { CommandBody, CommonOptions } from './command-context.ts';

/** Gives a command its action: loads it and runs it in a context of its own. */
export type Start = <Options extends CommonOptions>(
  load: () => Promise<CommandBody<Options>>,
  how?: { readonly printsJson: boolean },
) => (this: Command) => Promise<void>;

export function addAssetCommands(
  program: Command,
  start: Start,
  { examples, library }: { examples(...lines: readonly string[]): string; library(): Option },
): void {
  const assets = program
    .command('assets')
    .summary('import, list, draw, check and export assets')
    .description('Imports, lists, draws, checks and exports assets: the built-in ones and your own.');

  assets
    .command('import')
    .summary('turn a folder of glTF models into a library')
    .description(
      `Turns all .glb and .gltf files below a folder into a library for --library: height 1, base at the origin, front +Z.
What a file does not say is guessed and told. An assets.json in the folder says better; what you change in the library's stays.
Files that did not change are skipped.`,
    )
    .argument('<folder>', 'the models')
    .requiredOption('-o, --output <library>', 'the library, a folder')
    .option('--licence <name>', 'of all models that do not say: CC0-1.0')
    .option('--author <name>', 'of all models that do not say')
    .option('--source <where>', 'where all of them are from: an address, or in words')
    .addHelpText(
      'after',
      examples(
        'diorama assets import models -o my-models',
        'diorama assets import models -o my-models --licence CC0-1.0 --author "A. Nother"',
      ),
    )
    .action(start(async () => (await import('./commands/assets/import.ts')).importAssets));

  assets
    .command('list')
    .summary('list assets')
    .description('Lists assets: their ids, names and heights.')
    .addOption(classOption())
    .option('--json', 'print all that is known of them, as one JSON array')
    .addOption(library())
    .addHelpText('after', examples('diorama assets list', 'diorama assets list --class bird --json'))
    .action(start(async () => (await import('./commands/assets/list.ts')).listAssets, { printsJson: true }));

  assets
    .command('show')
    .summary('tell all about an asset, or draw it')
    .description('Tells all about an asset: names, heights, licence, poses, triangles. With -o, draws it as well.')
    .argument('<id>', 'carnivore/lion, or carnivore/lion#3 for an individual')
    .option('--json', 'print it as JSON')
    .option('-o, --output <picture>', 'draw it: a PNG file')
    .addOption(pose())
    .addOption(phase())
    .addOption(detail())
    .option('--size <pixels>', "the picture's sides", '512')
    .addOption(library())
    .addHelpText(
      'after',
      examples('diorama assets show carnivore/lion', 'diorama assets show tree/oak#5 -o oak.png --size 256'),
    )
    .action(start(async () => (await import('./commands/assets/show.ts')).showAsset, { printsJson: true }));

  assets
    .command('search')
    .summary('find assets by a description')
    .description('Finds assets by a description, as like("…") does: best first, with scores from 0 to 1.')
    .argument('<text>', 'a description')
    .addOption(classOption())
    .option('--json', 'print the list as JSON')
    .addOption(library())
    .addHelpText('after', examples('diorama assets search "big cat"', 'diorama assets search swan --class bird --json'))
    .action(start(async () => (await import('./commands/assets/search.ts')).searchAssets, { printsJson: true }));

  assets
    .command('sheet')
    .summary('draw assets side by side')
    .description(
      'Draws assets side by side: a PNG with labels, or an HTML page that needs no network and can be searched.',
    )
    .argument('[ids...]', 'without ids, all of them')
    .requiredOption('-o, --output <file>', 'sheet.png or sheet.html')
    .addOption(classOption())
    .option('--size <pixels>', "a picture's sides", '192')
    .option('--poses', 'in all their poses')
    .option('--variants <number>', 'so many individuals of each', '1')
    .addOption(detail())
    .addOption(library())
    .addHelpText(
      'after',
      examples(
        'diorama assets sheet boulder/granite tree/oak -o sheet.png --size 64',
        'diorama assets sheet --class boulder --variants 2 --detail low --size 48 -o boulders.html',
      ),
    )
    .action(start(async () => (await import('./commands/assets/sheet.ts')).drawSheet));

  assets
    .command('validate')
    .summary('check a library')
    .description(
      'Checks a library, or the built-in assets: ids, files, licences, heights, models, and glTF by the Khronos validator.',
    )
    .argument('[library]', 'a folder; without it, the built-in assets')
    .addOption(classOption())
    .option('--json', 'print what was found as one JSON array')
    .option('--strict', 'count warnings as errors')
    .addHelpText('after', examples('diorama assets validate my-models', 'diorama assets validate --class boulder'))
    .action(start(async () => (await import('./commands/assets/validate.ts')).validateAssets));

  assets
    .command('export')
    .summary('write an asset as a .glb file')
    .description('Writes an asset as a .glb file for other programs.')
    .argument('<id>', 'carnivore/lion, or carnivore/lion#3 for an individual')
    .requiredOption('-o, --output <file>', 'a .glb file')
    .addOption(pose())
    .addOption(phase())
    .addOption(detail())
    .option('--height <metres>', 'what its height of 1 becomes', '1')
    .option('--rig', 'with a skeleton and a clip that walks')
    .addOption(library())
    .addHelpText(
      'after',
      examples(
        'diorama assets export boulder/granite -o boulder.glb',
        'diorama assets export carnivore/lion --pose walk --phase 0.25 --detail low --height 1.1 -o lion.glb',
      ),
    )
    .action(start(async () => (await import('./commands/assets/export.ts')).exportOne));
}

const CLASS_NAMES = ['bird', 'boulder', 'bush', 'carnivore', 'ground', 'herbivore', 'object', 'tree'] as const;
const classOption = () => new Option('--class <class>', 'only these').choices(CLASS_NAMES);
const pose = () => new Option('--pose <pose>', 'what an animal does: stand, walk, …');
const phase = () => new Option('--phase <share>', 'how far through the cycle of its pose it is, 0 to 1');

/** `--detail low` */
export function detail(): Option {
  return new Option('--detail <how>', 'of how many triangles models are made').choices(['high', 'medium', 'low']);
}
