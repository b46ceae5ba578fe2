// `diorama assets sheet`: assets side by side, as a picture or as a page.
import { setImmediate } from 'node:timers/promises';
import type { AssetDetails, Library, Species } from '@diorama/assets';
import { encodePng } from '@diorama/images';
import type { ChosenAsset, Detail } from '@diorama/stage';
import { type CommandContext, type CommonOptions, write } from '../../command-context.ts';
import { count } from '../../messages.ts';
import { openAssets } from '../../open-library.ts';
import { LARGEST_SIDE } from '../../parse-size.ts';
import { createProgress } from '../../progress.ts';
import { describeAsset, printHeights } from './describe-asset.ts';
import { type AssetPicture, createAssetPainter } from './draw-asset.ts';
import { type Canvas, drawText } from './draw-text.ts';
import { findAsset } from './find-asset.ts';
import { parseSide } from './parse-side.ts';
import { printSheetPage } from './sheet-page.ts';

export interface SheetOptions extends CommonOptions {
  readonly output: string;
  readonly class?: string;
  readonly size: string;
  readonly poses?: boolean;
  readonly variants: string;
  readonly detail?: Detail;
  readonly library: readonly string[];
}

export async function drawSheet(ctx: CommandContext, ids: readonly string[], options: SheetOptions): Promise<void> {
  const { output } = options;
  const isPage = /\.html?$/i.test(output);
  if (!isPage && !/\.png$/i.test(output))
    return ctx.report.misused(`a sheet is a .png or an .html file, not ${output}`);
  const variants = Number(options.variants);
  if (!(Number.isInteger(variants) && 1 <= variants && variants <= 1000)) {
    return ctx.report.misused(`--variants is a whole number from 1 to 1000, not ${options.variants}`);
  }
  const size = parseSide(ctx, options.size);
  const assets = size === undefined ? undefined : await openAssets(ctx, options.library);
  if (size === undefined || assets === undefined) return;
  const cells = listCells(ctx, assets.library, ids, options, variants);
  if (cells === undefined) return;
  if (cells.length === 0) return ctx.report.misused('there is nothing to draw');
  const columns = columnsFor(cells.length);
  const [width, height] = [columns * size, Math.ceil(cells.length / columns) * (size + labelHeight(size))];
  if (!isPage && Math.max(width, height) > LARGEST_SIDE) {
    return ctx.report.misused(
      `${cells.length} pictures are too many for one of ${LARGEST_SIDE} pixels: make them smaller with --size, or write .html`,
    );
  }
  const pictures = await drawCells(ctx, assets.library, cells, size);
  if (pictures === undefined) return;
  const drawn = cells.map((cell, index) => ({ ...cell, picture: pictures[index]! }));
  const content = isPage
    ? printPage(drawn, assets.details, size)
    : encodePng(paintSheet(drawn, { size, columns, width, height }));
  if (write(ctx, [{ path: output, content }])) ctx.report.say(`wrote ${output}: ${count(cells.length, 'picture')}`);
}

interface Cell {
  readonly species: Species;
  readonly choice: ChosenAsset;
  /** `lion#3 walk` */
  readonly label: string;
}

/** Undefined if an id means nothing, which the report then tells. */
function listCells(
  ctx: CommandContext,
  library: Library,
  ids: readonly string[],
  { class: className, poses, detail }: SheetOptions,
  variants: number,
): readonly Cell[] | undefined {
  const all = library.species.filter(({ kind }) => className === undefined || kind === className);
  const cells: Cell[] = [];
  for (const id of ids.length > 0 ? ids : all.map((one) => one.id)) {
    const first = findAsset(ctx, library, { id, ...(detail && { detail }) });
    if (first === undefined) return undefined;
    const { species } = first;
    const numbers = id.includes('#') ? [undefined] : firstNumbers(Math.min(variants, species.individuals));
    for (const number of numbers) {
      for (const pose of poses && species.poses.length > 0 ? species.poses : [undefined]) {
        const own = number === undefined ? id : `${id}#${number}`;
        const cell = findAsset(ctx, library, {
          id: own,
          ...(pose && { pose, phase: 0.25 }),
          ...(detail && { detail }),
        });
        if (cell === undefined) return undefined;
        const name = numbers.length > 1 ? own : id;
        cells.push({ ...cell, label: `${name.replace(/^.*\//, '')}${pose === undefined ? '' : ` ${pose}`}` });
      }
    }
  }
  return cells;
}

function firstNumbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** Undefined if a file is damaged, or if the user ends it. */
async function drawCells(
  ctx: CommandContext,
  library: Library,
  cells: readonly Cell[],
  size: number,
): Promise<readonly AssetPicture[] | undefined> {
  let isStopped = false;
  ctx.io.onInterrupt(() => {
    isStopped = true;
  });
  const progress = createProgress(ctx.io, cells.length);
  const paint = createAssetPainter(library);
  const pictures: AssetPicture[] = [];
  for (const { species, choice, label } of cells) {
    // Lets an interruption come through.
    await setImmediate();
    if (isStopped) break;
    progress.step(label);
    const picture = paint({ choice, kind: species.kind, size });
    if (picture === undefined) {
      progress.finish();
      ctx.report.unfit(`${choice.id} cannot be drawn: its file is damaged`);
      return undefined;
    }
    pictures.push(picture);
  }
  progress.finish();
  if (!isStopped) return pictures;
  ctx.report.unfit('stopped: nothing is written');
  return undefined;
}

type DrawnCell = Cell & { readonly picture: AssetPicture };

/** Twice as wide as high, about, as screens are. */
function columnsFor(cells: number): number {
  return Math.min(cells, Math.max(1, Math.round(Math.sqrt(cells * 1.6))));
}

function labelHeight(size: number): number {
  return 12 * dotFor(size) + 2;
}

/** The side of a letter's dots, pixels. */
function dotFor(size: number): number {
  return size >= 320 ? 2 : 1;
}

function paintSheet(
  cells: readonly DrawnCell[],
  {
    size,
    columns,
    width,
    height,
  }: { readonly size: number; readonly columns: number; readonly width: number; readonly height: number },
): Canvas {
  const canvas: Canvas = { width, height, pixels: new Uint8Array(4 * width * height).fill(255) };
  for (const [index, { label, picture }] of cells.entries()) {
    const left = (index % columns) * size;
    const top = Math.floor(index / columns) * (size + labelHeight(size));
    for (let row = 0; row < size; row += 1) {
      const line = picture.pixels.subarray(4 * row * size, 4 * (row + 1) * size);
      canvas.pixels.set(line, 4 * ((top + row) * width + left));
    }
    const dot = dotFor(size);
    drawText(canvas, label, { left: left + 2 * dot, top: top + size + 2 * dot, room: size - 4 * dot, dot });
  }
  return canvas;
}

function printPage(cells: readonly DrawnCell[], details: ReadonlyMap<string, AssetDetails>, size: number): string {
  const entries = cells.map(({ species, label, picture }) => {
    const about = describeAsset(species, details.get(species.id));
    const { names, latin, tags, heights, licence } = about;
    return {
      title: label,
      group: species.kind,
      note: [latin, printHeights(heights), licence].filter((part) => part !== undefined && part !== '').join(', '),
      words: [about.id, ...names, latin ?? '', ...tags].join(' '),
      png: encodePng(picture),
    };
  });
  return printSheetPage(entries, size);
}
