// Turns verdicts and pictures into one page: a table a scene, and pictures of every difference.
import { Buffer } from 'node:buffer';
import { encodePng } from '@diorama/images';
import type { Verdict } from '../parity/verdict.ts';

/** What was found out about one scene with one renderer. */
export interface ReportEntry {
  readonly scene: string;
  /** What was compared with the reference renderer: `three`, `Blender`, `GLB in Blender`. */
  readonly renderer: string;
  readonly verdicts: readonly Verdict[];
  /** By what they show, in order. */
  readonly pictures: readonly ReportPicture[];
}

/** A picture, four bytes a pixel. */
export interface ReportPicture {
  readonly caption: string;
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A whole HTML page that needs nothing else. */
export function writeReport(entries: readonly ReportEntry[]): string {
  const failed = entries.flatMap(({ verdicts }) => verdicts).filter(({ passed }) => !passed).length;
  const checks = entries.reduce((sum, { verdicts }) => sum + verdicts.length, 0);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Parity of renderers</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #222 }
table { border-collapse: collapse; width: 100% } th, td { padding: 0.2rem 0.6rem; text-align: left; border-bottom: 1px solid #ddd }
td.number { text-align: right; font-variant-numeric: tabular-nums } tr.failed { background: #fdd }
figure { display: inline-block; margin: 0.5rem } img { image-rendering: pixelated; display: block }
</style>
<h1>Parity of renderers</h1>
<p>${checks} checks over ${new Set(entries.map(({ scene }) => scene)).size} scenes against the reference renderer; ${failed} failed.</p>
<table>
<tr><th>scene<th>renderer<th>ids<th>depth<th>colors<th>shadows<th>sky<th>worst object</tr>
${entries.map(writeRow).join('\n')}
</table>
${entries.map(writeDetails).join('\n')}
</html>
`;
}

function writeRow(entry: ReportEntry): string {
  const { scene, renderer, verdicts } = entry;
  const cell = (measure: string, worst: 'least' | 'most') => {
    const values = verdicts.filter((one) => one.measure === measure && one.subject !== '').map(({ value }) => value);
    if (values.length === 0) return '<td>';
    const value = worst === 'least' ? Math.min(...values) : Math.max(...values);
    return `<td class="number">${format(value)}`;
  };
  const all = verdicts.find(({ measure, subject }) => measure === 'ids' && subject === 'all pixels');
  const worst = verdicts.find(({ passed }) => !passed);
  const name = `<a href="#${escapeHtml(anchorOf(entry))}">${escapeHtml(scene)}</a>`;
  return `<tr${worst ? ' class="failed"' : ''}><td>${name}<td>${escapeHtml(renderer)}<td class="number">${
    all ? format(all.value) : ''
  }${cell('depth', 'most')}${cell('colors', 'most')}${cell('shadows', 'least')}${cell('sky', 'most')}<td>${
    worst ? escapeHtml(`${worst.subject}: ${format(worst.value)}`) : ''
  }</tr>`;
}

function writeDetails(entry: ReportEntry): string {
  const { scene, renderer, verdicts, pictures } = entry;
  const failed = verdicts.filter(({ passed }) => !passed);
  const rows = failed.map(
    ({ measure, subject, value, limit }) =>
      `<tr class="failed"><td>${measure}<td>${escapeHtml(subject)}<td class="number">${format(value)}<td class="number">${format(limit)}</tr>`,
  );
  const table = rows.length > 0 ? `<table><tr><th>measure<th>of<th>value<th>limit</tr>${rows.join('')}</table>` : '';
  const shown = pictures.map(({ caption, ...image }) => {
    const data = Buffer.from(encodePng(image)).toString('base64');
    return `<figure><img width="${image.width}" height="${image.height}" alt="" src="data:image/png;base64,${data}"><figcaption>${escapeHtml(caption)}</figcaption></figure>`;
  });
  return `<h2 id="${escapeHtml(anchorOf(entry))}">${escapeHtml(scene)}: ${escapeHtml(renderer)}</h2>${table}${shown.join('')}`;
}

function anchorOf({ scene, renderer }: ReportEntry): string {
  return `${scene} ${renderer}`.replaceAll(/[^a-zA-Z0-9]+/g, '-');
}

function format(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toPrecision(5);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
