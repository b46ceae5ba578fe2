// Lays out and draws the tracks of a railroad diagram: each piece knows its size, and draws itself at a place.

/** A piece of track. It is entered at its left and left at its right, both at the height of its line. */
export interface Track {
  /** All in pixels; `up` and `down` are what it needs above and below its line. */
  readonly width: number;
  readonly up: number;
  readonly down: number;
  /** SVG, with the line's left end at (x, y). */
  readonly draw: (x: number, y: number) => string;
}

const CHARACTER = 7.8;
const RADIUS = 9;
const GAP = 12;
const HALF = 14;

/** What is written as it stands there: round. */
export function terminal(text: string): Track {
  return box(text, 'terminal', undefined);
}
/** Another rule: square, and a link to it. */
export function rule(text: string): Track {
  return box(text, 'rule', `#${text}`);
}

function box(text: string, style: string, link: string | undefined): Track {
  const width = round(text.length * CHARACTER + 22);
  return {
    width,
    up: HALF,
    down: HALF,
    draw: (x, y) => {
      const shape = `<rect class="${style}" x="${x}" y="${y - HALF}" width="${width}" height="${2 * HALF}" rx="${style === 'terminal' ? HALF : 3}"/>`;
      const label = `<text x="${round(x + width / 2)}" y="${y + 5}">${escapeXml(text)}</text>`;
      return link === undefined ? shape + label : `<a href="${link}">${shape}${label}</a>`;
    },
  };
}

/** Nothing but line. */
export const LINE: Track = { width: 0, up: 0, down: 0, draw: () => '' };

export function inSequence(tracks: readonly Track[]): Track {
  const width = tracks.reduce((sum, track) => sum + track.width, 0) + GAP * Math.max(0, tracks.length - 1);
  return {
    width,
    up: Math.max(0, ...tracks.map(({ up }) => up)),
    down: Math.max(0, ...tracks.map(({ down }) => down)),
    draw: (x, y) => {
      let at = x;
      return tracks
        .map((track, index) => {
          const before = index === 0 ? '' : horizontal(at - GAP, at, y);
          const drawn = before + track.draw(at, y);
          at += track.width + GAP;
          return drawn;
        })
        .join('');
    },
  };
}

/** One of several, the first on the line and the others below it. */
export function oneOf(tracks: readonly Track[]): Track {
  const inner = Math.max(...tracks.map(({ width }) => width));
  const offsets: number[] = [];
  let depth = 0;
  for (const [index, { up, down }] of tracks.entries()) {
    if (index > 0) depth += Math.max(up, RADIUS) + 8;
    offsets.push(depth);
    depth += down;
  }
  const width = inner + 4 * RADIUS;
  return {
    width,
    up: tracks[0]?.up ?? 0,
    down: depth,
    draw: (x, y) =>
      tracks
        .map((track, index) => {
          const line = y + (offsets[index] ?? 0);
          const left = x + 2 * RADIUS;
          const drawn = track.draw(left, line) + horizontal(left + track.width, left + inner, line);
          if (index === 0) return horizontal(x, left, y) + drawn + horizontal(left + inner, x + width, y);
          return branch(x, y, line, 1) + drawn + branch(x + width, y, line, -1);
        })
        .join(''),
  };
}

/** It, or a way past it above. */
export function maybe(track: Track): Track {
  const height = Math.max(track.up, RADIUS) + 8;
  const width = track.width + 4 * RADIUS;
  return {
    width,
    up: height,
    down: track.down,
    draw: (x, y) => {
      const left = x + 2 * RADIUS;
      const right = left + track.width;
      return (
        horizontal(x, left, y) +
        track.draw(left, y) +
        horizontal(right, x + width, y) +
        branch(x, y, y - height, 1) +
        horizontal(left, right, y - height) +
        branch(x + width, y, y - height, -1)
      );
    },
  };
}

/** It, and a way back below, on which a separator may stand. */
export function again(track: Track, separator: Track = LINE): Track {
  const inner = Math.max(track.width, separator.width);
  const depth = track.down + Math.max(separator.up, RADIUS) + 6;
  const width = inner + 4 * RADIUS;
  return {
    width,
    up: track.up,
    down: depth + separator.down,
    draw: (x, y) => {
      const left = x + 2 * RADIUS;
      const back = y + depth;
      const middle = round(left + (inner - separator.width) / 2);
      return (
        horizontal(x, left, y) +
        track.draw(left, y) +
        horizontal(left + track.width, x + width, y) +
        loop(left, y, back, -1) +
        loop(left + inner, y, back, 1) +
        horizontal(left, middle, back) +
        separator.draw(middle, back) +
        horizontal(middle + separator.width, left + inner, back)
      );
    },
  };
}

/** A whole diagram, with the ends of its line; `label` tells what it shows to those who do not see it. */
export function diagram(track: Track, label: string): string {
  const margin = 24;
  const [width, height] = [track.width + 2 * margin, track.up + track.down + 12];
  const y = track.up + 6;
  const ends = [0, width].map((at) => `<circle class="end" cx="${at === 0 ? 6 : at - 6}" cy="${y}" r="4"/>`).join('');
  return `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(label)}">${horizontal(6, margin, y)}${track.draw(margin, y)}${horizontal(width - margin, width - 6, y)}${ends}</svg>`;
}

function horizontal(from: number, to: number, y: number): string {
  return from === to ? '' : `<path d="M${from} ${y}H${to}"/>`;
}

/** From the line to another height; `direction` 1 begins a branch, -1 ends one. */
function branch(x: number, y: number, to: number, direction: 1 | -1): string {
  const r = RADIUS;
  const sign = to > y ? 1 : -1;
  return `<path d="M${x} ${y}q${r * direction} 0 ${r * direction} ${r * sign}V${to - r * sign}q0 ${r * sign} ${r * direction} ${r * sign}"/>`;
}

/** Half of a way back: round the end of what is repeated. */
function loop(x: number, y: number, back: number, direction: 1 | -1): string {
  const r = RADIUS;
  return `<path d="M${x} ${y}q${r * direction} 0 ${r * direction} ${r}V${back - r}q0 ${r} ${-r * direction} ${r}"/>`;
}

function round(value: number): number {
  return Math.round(value);
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
