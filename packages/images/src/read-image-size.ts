// Turns the first bytes of an image file into its format and size, without decoding it.
import type { EncodedImage } from '@diorama/geometry';
import type { Undecodable } from './decode-image.ts';

/** What the head of an image file says. */
export interface ImageSize {
  readonly mimeType: EncodedImage['mimeType'];
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** PNG (ISO/IEC 15948) and JPEG (ISO/IEC 10918-1) are known; other formats are named where they can be told. */
export function readImageSize(bytes: Uint8Array): ImageSize | Undecodable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (PNG_SIGNATURE.every((byte, index) => bytes[index] === byte)) return readPngSize(view);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return readJpegSize(view);
  const name = nameFormat(bytes);
  return { undecodable: name === undefined ? 'it is neither PNG nor JPEG' : `it is ${name}, neither PNG nor JPEG` };
}

function readPngSize(view: DataView): ImageSize | Undecodable {
  if (view.byteLength < 24) return { undecodable: 'it is cut off' };
  return { mimeType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** The size stands in the first frame header; the segments before it are skipped. */
function readJpegSize(view: DataView): ImageSize | Undecodable {
  for (let at = 2; at + 9 <= view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return { undecodable: 'it is damaged (a marker is missing)' };
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrameHeader(marker)) {
      return { mimeType: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    const stands = marker === 0x01 || (0xd0 <= marker && marker <= 0xd9);
    at += stands ? 2 : 2 + view.getUint16(at + 2);
  }
  return { undecodable: 'it is cut off' };
}

/** SOF0 to SOF15, without the three markers among them that are something else. */
function isFrameHeader(marker: number): boolean {
  return 0xc0 <= marker && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function nameFormat(bytes: Uint8Array): string | undefined {
  const text = String.fromCharCode(...bytes.subarray(0, 12));
  if (text.startsWith('RIFF') && text.slice(8) === 'WEBP') return 'WebP';
  if (text.startsWith('GIF8')) return 'GIF';
  if (text.startsWith('«KTX')) return 'KTX';
  if (text.slice(4, 12) === 'ftypavif') return 'AVIF';
  return undefined;
}
