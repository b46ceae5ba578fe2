// `diorama assets sheet`: assets side by side, as a picture or as pages.
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { AssetDetails, Library } from '@diorama/assets';
import { encodePng } from '@diorama/images';
import type { Detail } from '@diorama/stage';
import { type CommandContext, type CommonOptions, write } from '../../command-context.ts';
import { count } from '../../messages.ts';
import { openAssets } from '../../open-library.ts';
import { LARGEST_SIDE } from '../../parse-size.ts';
import { createProgress } from '../../progress.ts';
import { describeAsset, describeGround, printHeights } from './describe-asset.ts';
import { type AssetPicture, createAssetPainter, createGroundPainter } from './draw-asset.ts';
import { type Canvas, drawText } from './draw-text.ts';
import { type Cell, listCells } from './list-cells.ts';
import { parseSide } from './parse-side.ts';
import { printSheetPage, type SheetEntry } from './sheet-page.ts';

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
  const { library, details } = assets;
  const cells = listCells(ctx, library, ids, { ...options, variants });
  if (cells === undefined) return;
  if (cells.length === 0) return ctx.report.misused('there is nothing to draw');
  if (isPage) return writePages(ctx, { library, cells, size, output }, details);
  return writePicture(ctx, { library, cells, size, output });
}

/** What is to be drawn, and where it is written. */
interface Sheet {
  readonly library: Library;
  readonly cells: readonly Cell[];
  /** Of each picture's sides, pixels. */
  readonly size: number;
  readonly output: string;
}

/** One picture of all, each drawn into its place: no more of them is held than that. */
async function writePicture(ctx: CommandContext, { library, cells, size, output }: Sheet): Promise<void> {
  const columns = columnsFor(cells.length);
  const [width, height] = [columns * size, Math.ceil(cells.length / columns) * (size + labelHeight(size))];
  if (Math.max(width, height) > LARGEST_SIDE) {
    return ctx.report.misused(
      `${cells.length} pictures are too many for one of ${LARGEST_SIDE} pixels: make them smaller with --size, or write .html`,
    );
  }
  const canvas: Canvas = { width, height, pixels: new Uint8Array(4 * width * height).fill(255) };
  const pen = createPen(ctx, library, cells.length, size);
  for (const [index, cell] of cells.entries()) {
    const picture = await pen.draw(cell);
    if (picture === undefined) return pen.isStopped() ? ctx.report.unfit('stopped: nothing is written') : undefined;
    const [left, top] = [(index % columns) * size, Math.floor(index / columns) * (size + labelHeight(size))];
    paintCell(canvas, picture, cell.label, left, top);
  }
  pen.finish();
  if (write(ctx, [{ path: output, content: encodePng(canvas) }])) {
    ctx.report.say(`wrote ${output}: ${count(cells.length, 'picture')}`);
  }
}

/** A page holds its pictures: one of many more would fill the memory of who writes it and of who reads it. */
const PAGE = 500;

/** Pages one after the other, each written when its pictures are drawn: `sheet.html`, `sheet-2.html`… */
async function writePages(
  ctx: CommandContext,
  { library, cells, size, output }: Sheet,
  details: ReadonlyMap<string, AssetDetails>,
): Promise<void> {
  const paths = Array.from({ length: Math.ceil(cells.length / PAGE) }, (_, page) =>
    page === 0 ? output : output.replace(/(\.html?)$/i, `-${page + 1}$1`),
  );
  const pen = createPen(ctx, library, cells.length, size);
  for (const [page, path] of paths.entries()) {
    const entries: SheetEntry[] = [];
    for (const cell of cells.slice(page * PAGE, (page + 1) * PAGE)) {
      const picture = await pen.draw(cell);
      if (picture === undefined) {
        const written = page === 0 ? 'nothing is written' : `${count(page, 'page')} of ${paths.length} are written`;
        return pen.isStopped() ? ctx.report.unfit(`stopped: ${written}`) : undefined;
      }
      entries.push(entryOf(cell, picture, details));
    }
    if (page === paths.length - 1) pen.finish();
    const names = paths.map((one) => basename(one));
    if (!write(ctx, [{ path, content: printSheetPage(entries, size, { names, page }) }])) return pen.finish();
    ctx.report.say(`wrote ${path}: ${count(entries.length, 'picture')}`);
  }
}

/** Draws one cell after the other, and shows how far it has come. */
interface Pen {
  /** Undefined if a file is damaged, which the report then tells, or if the user ends it. */
  draw(cell: Cell): Promise<AssetPicture | undefined>;
  isStopped(): boolean;
  finish(): void;
}

function createPen(ctx: CommandContext, library: Library, total: number, size: number): Pen {
  let isStopped = false;
  ctx.io.onInterrupt(() => {
    isStopped = true;
  });
  const progress = createProgress(ctx.io, total);
  const paint = createAssetPainter(library);
  const paintGround = createGroundPainter(library);
  const draw = (cell: Cell) =>
    cell.kind === 'ground'
      ? paintGround({ id: cell.id, size })
      : paint({ choice: cell.choice, kind: cell.species.kind, size });
  return {
    draw: async (cell) => {
      // Lets an interruption come through.
      await setImmediate();
      if (!isStopped) progress.step(cell.label);
      const picture = isStopped ? undefined : draw(cell);
      if (picture !== undefined) return picture;
      progress.finish();
      const id = cell.kind === 'ground' ? cell.id : cell.choice.id;
      if (!isStopped) ctx.report.unfit(`${id} cannot be drawn: its file is damaged`);
      return undefined;
    },
    isStopped: () => isStopped,
    finish: () => progress.finish(),
  };
}

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

/** A square picture, and its label under it. */
function paintCell(canvas: Canvas, { width: size, pixels }: AssetPicture, label: string, left: number, top: number) {
  for (let row = 0; row < size; row += 1) {
    const line = pixels.subarray(4 * row * size, 4 * (row + 1) * size);
    canvas.pixels.set(line, 4 * ((top + row) * canvas.width + left));
  }
  const dot = dotFor(size);
  drawText(canvas, label, { left: left + 2 * dot, top: top + size + 2 * dot, room: size - 4 * dot, dot });
}

function entryOf(cell: Cell, picture: AssetPicture, details: ReadonlyMap<string, AssetDetails>): SheetEntry {
  const about =
    cell.kind === 'ground' ? describeGround(cell.id) : describeAsset(cell.species, details.get(cell.species.id));
  const { id, names, latin, tags, heights, licence } = about;
  return {
    title: cell.label,
    group: about.class,
    note: [latin, printHeights(heights), licence].filter((part) => part !== undefined && part !== '').join(', '),
    words: [id, ...names, latin ?? '', ...tags].join(' '),
    png: encodePng(picture),
  };
}
