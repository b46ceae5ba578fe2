// The command line's table of contents: every command, its options and its examples. What a command does is in
// `commands/`, one file each, loaded when it is called.
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { Command, Option } from 'commander';
import { usesColor } from './color.ts';
import { type CommandBody, type CommonOptions, createContext } from './command-context.ts';
import type { ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { addAssetCommands, detail } from './program-assets.ts';
import { createReport } from './report.ts';

/** The parser of command lines; the command that it finds tells its exit code to `finish`. */
export function createProgram(io: Io, finish: (code: ExitCode) => void): Command {
  const program = new Command('diorama')
    .description('Checks, compiles and draws 3D nature scenes written in Diorama (.dio).')
    .version(readVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addOption(
      new Option('--color <when>', 'color messages').choices(['auto', 'always', 'never'] as const).default('auto'),
    )
    .configureHelp({ showGlobalOptions: true, visibleGlobalOptions: listGlobalOptions })
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => HELP_WIDTH,
      getErrHelpWidth: () => HELP_WIDTH,
      outputError: (message, write) => write(describeUsageError(message)),
    })
    .exitOverride();

  /** The action of a command: loads it and runs it in a context of its own. */
  function start<Options extends CommonOptions>(
    load: () => Promise<CommandBody<Options>>,
    { printsJson = false }: { readonly printsJson?: boolean } = {},
  ) {
    return async function (this: Command): Promise<void> {
      const options = this.optsWithGlobals<Options>();
      const { color, strict = false, json = false } = options;
      // Where JSON is the result, problems are told as ever.
      const report = createReport(io, { color: usesColor(io, color), strict, json: json && !printsJson });
      const ctx = createContext(io, options, report);
      if (ctx) {
        const run = await load();
        await run(ctx, this.args, options);
      }
      finish(report.finish());
    };
  }

  program
    .command('check')
    .summary('find every problem of programs')
    .description('Finds every problem of programs: parses, checks and lowers them, and writes nothing.')
    .argument('<files...>', 'programs; - is standard input')
    .option('--json', 'print the problems to standard output, as one JSON array')
    .addOption(strict())
    .addOption(library())
    .addOption(catalog())
    .addHelpText(
      'after',
      examples('diorama check waterhole.dio', 'diorama check --strict *.dio', 'diorama check --json - < waterhole.dio'),
    )
    .action(start(async () => (await import('./commands/check.ts')).check));

  program
    .command('fmt')
    .summary('format programs in place')
    .description('Formats programs in place. A program with a syntax error stays as it is.')
    .argument('<files...>', 'programs; - goes from standard input to standard output')
    .option('--check', 'write nothing; fail if a program is not formatted')
    .addHelpText(
      'after',
      examples('diorama fmt waterhole.dio', 'diorama fmt --check *.dio', 'diorama fmt - < waterhole.dio'),
    )
    .action(start(async () => (await import('./commands/fmt.ts')).fmt));

  program
    .command('fix')
    .summary('apply the safe fixes in place')
    .description('Applies the fixes that leave no doubt, in place, and tells what remains.')
    .argument('<files...>', 'programs; - goes from standard input to standard output')
    .addOption(strict())
    .addOption(catalog())
    .addHelpText('after', examples('diorama fix waterhole.dio'))
    .action(start(async () => (await import('./commands/fix.ts')).fix));

  program
    .command('lint')
    .summary('look for what is physically implausible')
    .description('Looks for what is physically implausible: floating, overlapping, hidden or ill-sized things.')
    .argument('<files...>', 'programs; - is standard input')
    .option('--json', 'print the findings to standard output, as one JSON array')
    .addOption(strict())
    .addOption(catalog())
    .addHelpText('after', examples('diorama lint waterhole.dio', 'diorama lint --strict *.dio'))
    .action(start(async () => (await import('./commands/lint.ts')).lint));

  program
    .command('expand')
    .summary('print a program in core form')
    .description('Prints a program in core form: settings and elements alone, with literal values, one a line.')
    .argument('<file>', 'program; - is standard input')
    .addOption(output())
    .addOption(strict())
    .addOption(catalog())
    .addHelpText(
      'after',
      examples('diorama expand waterhole.dio', 'diorama expand waterhole.dio -o waterhole-core.dio'),
    )
    .action(start(async () => (await import('./commands/expand.ts')).expand));

  program
    .command('scene')
    .summary('print the scene of a program as JSON')
    .description(
      'Prints the scene that a program means, as JSON. Metres, degrees, +Y up; its JSON Schema is in the docs.',
    )
    .argument('<file>', 'program; - is standard input')
    .option('--no-origins', 'leave out where in the program each part comes from')
    .addOption(output())
    .addOption(strict())
    .addOption(catalog())
    .addHelpText(
      'after',
      examples('diorama scene waterhole.dio', 'diorama scene --no-origins waterhole.dio -o waterhole.json'),
    )
    .action(start(async () => (await import('./commands/scene.ts')).scene));

  program
    .command('compile')
    .summary('turn programs into glTF, three.js, web pages, Blender programs')
    .description(
      'Turns programs into files that other programs open. One target: the output is the file; several: it is a folder.',
    )
    .argument('<files...>', 'programs; - is standard input')
    .requiredOption(
      '--to <targets>',
      'gltf, three, html, blender: a list with commas, may be repeated',
      collectList,
      [],
    )
    .addOption(outputPath('the file, or the folder if there are several'))
    .addOption(library())
    .addOption(placeholder())
    .addOption(detail())
    .addOption(
      new Option('--instancing <how>', 'gltf: a node for each thing, or EXT_mesh_gpu_instancing').choices([
        'nodes',
        'gpu',
      ]),
    )
    .addOption(
      new Option('--compression <how>', 'gltf: smaller files that not every program reads').choices([
        'none',
        'quantize',
        'meshopt',
      ]),
    )
    .option('--no-sky', 'gltf: leave out the dome that the sky is painted on')
    .option('--mesh-data <folder>', 'blender: put the meshes into files in this folder, beside the program')
    .addOption(strict())
    .addHelpText(
      'after',
      examples(
        'diorama compile waterhole.dio --to gltf -o waterhole.glb',
        'diorama compile waterhole.dio --to gltf,three,html,blender -o out',
        'diorama compile farm.dio --to html --library my-models',
      ),
    )
    .action(start(async () => (await import('./commands/compile.ts')).compile));

  program
    .command('render')
    .summary('draw a program')
    .description('Draws a program as its camera sees it, with our own renderer, three.js in a browser, or Blender.')
    .argument('<file>', 'program; - is standard input')
    .addOption(outputPath('the picture, a PNG file'))
    .addOption(
      new Option('--engine <name>', 'what draws').choices(['rasterizer', 'three', 'blender']).default('rasterizer'),
    )
    .option('--size <size>', 'width and height in pixels, such as 640x480; without it 512 high')
    .option('--samples <number>', 'rasterizer, three: 1 to 4, squared, a pixel; blender: paths a pixel')
    .option('--ids <file>', 'which element is at each pixel: .png (24 bits) or .npy')
    .option('--depth <file>', 'how far it is: .png (16 bits, cm) or .npy (metres)')
    .option('--no-shadows', 'leave out shadows')
    .addOption(library())
    .addOption(placeholder())
    .addOption(detail())
    .addOption(strict())
    .addHelpText(
      'after',
      examples(
        'diorama render waterhole.dio -o waterhole.png',
        'diorama render waterhole.dio -o waterhole.png --engine blender --size 1280x960 --samples 128',
        'diorama render waterhole.dio --ids ids.png --depth depth.npy',
      ),
    )
    .action(start(async () => (await import('./commands/render.ts')).render));

  program
    .command('watch')
    .summary('compile a program whenever it is saved')
    .description('Compiles a program, and again whenever it or a file that it uses is saved.')
    .argument('<file>', 'program')
    .requiredOption(
      '--to <targets>',
      'gltf, three, html, blender: a list with commas, may be repeated',
      collectList,
      [],
    )
    .addOption(outputPath('the file, or the folder if there are several'))
    .addOption(library())
    .addOption(placeholder())
    .addOption(detail())
    .addHelpText('after', examples('diorama watch waterhole.dio --to html -o waterhole.html'))
    .action(start(async () => (await import('./commands/watch.ts')).watch));

  addAssetCommands(program, start, { examples, library });

  program
    .command('pin')
    .summary('rewrite camera-relative places as world places')
    .description('Prints a program in core form with every view(…) place and rotation rewritten to the world frame.')
    .argument('<file>', 'program; - is standard input')
    .addOption(output())
    .addOption(strict())
    .addOption(catalog())
    .addHelpText('after', examples('diorama pin imported.dio', 'diorama pin imported.dio -o pinned.dio'))
    .action(start(async () => (await import('./commands/pin.ts')).pin));

  program
    .command('import')
    .summary('turn programs of other systems into Diorama')
    .description('Turns programs of other systems into Diorama.')
    .command('raw')
    .summary('import a program of RAW')
    .description("Imports a flat program of 'Reconstructing Animals and the Wild' into core form.")
    .argument('<file>', 'RAW program; - is standard input')
    .option('--rotations <file>', 'JSON array of 3×3 matrices, one for each [ROT] in order')
    .option('--appearances <file>', 'JSON array of vectors, one for each [CLIP] in order')
    .option('--space <name>', "the appearances' embedding space; needed with --appearances")
    .addOption(output())
    .addOption(strict())
    .addHelpText(
      'after',
      examples(
        'diorama import raw lion.txt',
        'diorama import raw lion.txt --rotations rotations.json -o lion.dio',
        'diorama import raw lion.txt --appearances clip.json --space clip-vit-l-14 -o lion.dio',
      ),
    )
    .action(start(async () => (await import('./commands/import-raw.ts')).importRaw));

  program
    .command('explain')
    .summary('explain a diagnostic, with a bad and a good example')
    .description('Explains a diagnostic, with a bad and a good example. Without a code, lists all of them.')
    .argument('[code]', 'as shown in brackets after a message')
    .addHelpText('after', examples('diorama explain unknown-property', 'diorama explain'))
    .action(start(async () => (await import('./commands/explain.ts')).explain));

  program
    .command('grammar')
    .summary('print the language as a formal grammar')
    .description('Prints the language as a formal grammar.')
    .command('export')
    .summary('print the grammar')
    .description('Prints the grammar of the language, for decoders of language models, editors and readers.')
    .addOption(
      new Option('--format <format>', 'notation')
        .choices(['ebnf', 'gbnf', 'lark', 'xgrammar', 'json-schema', 'textmate', 'diagrams'])
        .default('ebnf'),
    )
    .addOption(
      new Option(
        '--form <form>',
        'gbnf, lark, xgrammar: the whole language without its types, or core form with them; json-schema has core alone',
      ).choices(['whole', 'core']),
    )
    .option('--scope <file>', 'core form of what may follow this program: its names, its prefabs')
    .addOption(
      new Option('--order <order>', 'core form: properties in one order, each once, or in any').choices([
        'table',
        'any',
      ]),
    )
    .addOption(
      new Option('--layout <layout>', 'core form: as the formatter prints it, or any white space').choices([
        'canonical',
        'free',
      ]),
    )
    .addOption(output())
    .addOption(catalog())
    .addHelpText(
      'after',
      examples(
        'diorama grammar export',
        'diorama grammar export --format gbnf -o diorama.gbnf',
        'diorama grammar export --format lark --form core',
        'diorama grammar export --format xgrammar --scope waterhole.dio',
      ),
    )
    .action(start(async () => (await import('./commands/grammar-export.ts')).grammarExport));

  program
    .command('generate')
    .summary('have a language model write a program')
    .description(
      'Has a language model write a program and checks it. A model on this computer is left only tokens of which a program can come; a server is sent the grammar. Nothing with errors is written.',
    )
    .requiredOption('--model <where>', 'a folder with an ONNX model and its tokenizer.json, or the URL of a server')
    .requiredOption('--prompt <text>', 'what the program is to show')
    .option('--complete <file>', 'keep this program: fill its holes (?), and go on behind it')
    .option('--max-tokens <number>', 'a model on this computer ends its program within so many', '1024')
    .option('--temperature <number>', '1 is as the model is, 0 the likeliest', '0.8')
    .option('--seed <number>', 'another seed, another program', '0')
    .addOption(
      new Option('--form <form>', 'core form, or the whole language')
        .choices(['core', 'whole'] as const)
        .default('core'),
    )
    .option('--attempts <number>', 'ask so often, with what was wrong', '3')
    .option('--explain', 'say why what the model would rather write is refused')
    .addOption(
      new Option('--server <kind>', 'what the server is, if it does not tell').choices([
        'llama.cpp',
        'vllm',
        'sglang',
        'openai',
      ]),
    )
    .option('--server-model <name>', 'which of its models, if it has several')
    .option('--timeout <seconds>', 'how long the server may be silent', '120')
    .addOption(output())
    .addOption(strict())
    .addOption(catalog())
    .addOption(library())
    .addHelpText(
      'after',
      `\nThe key of a server is read from DIORAMA_API_KEY. A model on this computer needs the packages
onnxruntime-node, @huggingface/tokenizers and @huggingface/jinja.
${examples(
  'diorama generate --model http://localhost:8080 --prompt "a waterhole at dusk" -o waterhole.dio',
  'diorama generate --model models/smollm2 --prompt "two deer in a birch wood" --max-tokens 300',
  'diorama generate --model models/smollm2 --prompt "a herd" --complete herd.dio',
)}`,
    )
    .action(start(async () => (await import('./commands/generate.ts')).generate));

  return program.addHelpText('after', GUIDE);
}

const HELP_WIDTH = 100;

const GUIDE = `
Examples:
  diorama check waterhole.dio
  diorama fmt waterhole.dio
  diorama expand waterhole.dio -o core.dio
  diorama explain unknown-property

Exit codes: 0 no error; 1 at least one error; 2 wrong usage, or a file that cannot be read or written;
70 a bug of Diorama, or an installation that is not complete.
Help for one command: diorama help check`;

const strict = () => new Option('--strict', 'count warnings as errors');
const output = () => new Option('-o, --output <file>', 'write to a file instead of standard output');
const outputPath = (what: string) => new Option('-o, --output <path>', what);
const library = () =>
  new Option('--library <folder>', 'glTF models to use beside the built-in ones; may be repeated')
    .argParser((folder: string, before: readonly string[]) => [...before, folder])
    .default([], 'none');
const placeholder = () => new Option('--placeholder', 'draw a labelled box for what the library does not have');
const catalog = () =>
  new Option('--catalog <file>', 'check asset ids against a JSON file { "ids": […], "spaces": […] }');

/** `--to gltf,html --to three` → gltf, html, three */
function collectList(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...text.split(',').filter((name) => name !== '')];
}

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

/** `--version` stands at the program alone, not with its commands. */
function listGlobalOptions(command: Command): Option[] {
  let program = command;
  while (program.parent) program = program.parent;
  return program === command ? [] : program.options.filter(({ long }) => long === '--color');
}

/** Usage errors speak like all other messages, and say where to look. */
function describeUsageError(message: string): string {
  const [first = '', ...hints] = message.trimEnd().split('\n');
  const program = /^error: unknown command '(.*\.dio)'$/.exec(first)?.[1];
  const advice =
    program === undefined ? 'diorama --help lists the commands' : `to check a program: diorama check ${program}`;
  return `${[first.replace(/^error:/, 'diorama:'), ...hints, `(${advice})`].join('\n')}\n`;
}

function readVersion(): string {
  const manifest = findPackageJSON(import.meta.url);
  return manifest === undefined ? 'unknown' : JSON.parse(readFileSync(manifest, 'utf8')).version;
}
