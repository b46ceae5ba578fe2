// Turns materials into the lines that make them, each once, and their images into data.
import type { Image, LinearColor, Material, Texture, Wrap } from '@diorama/geometry';
import { encodePng } from '@diorama/images';
import type { EmitContext } from './context.ts';
import { addFile } from './data-store.ts';
import type { Stretch } from './join-parts.ts';
import { pythonFloat, pythonString, pythonTuple } from './python-literal.ts';

/** Collects materials while meshes are written. */
export interface MaterialWriter {
  readonly lines: readonly string[];
  /** The Python variable of a stretch's material. */
  write(stretch: Pick<Stretch, 'material' | 'hasColors'>): string;
}

export function createMaterialWriter(ctx: EmitContext): MaterialWriter {
  const lines: string[] = [];
  const variables = new Map<string, string>();
  const images = new Map<Image, string>();

  /** The expression of an image, which is read once. */
  const imageOf = ({ image }: Texture, name: string): string => {
    const known = images.get(image);
    if (known !== undefined) return known;
    const variable = ctx.nameVariable(`${name} image`);
    const extension = image.encoded?.mimeType === 'image/jpeg' ? 'jpg' : 'png';
    const file = `${ctx.nameData(`${name} image`)}.${extension}`;
    addFile(ctx.store, file, image.encoded?.bytes ?? pngOf(image));
    lines.push(`${variable} = picture(${pythonString(file)})`);
    images.set(image, variable);
    return variable;
  };

  return {
    lines,
    write({ material, hasColors }) {
      const image = material.texture && imageOf(material.texture, material.name);
      const call = writeSurface(material, hasColors, image);
      const known = variables.get(call);
      if (known !== undefined) return known;
      const variable = ctx.nameVariable(material.name);
      lines.push(`${variable} = ${call}`);
      variables.set(call, variable);
      return variable;
    },
  };
}

/** The PNG of an image, kept for as long as the image is, which nobody changes. */
function pngOf(image: Image): Uint8Array {
  const known = KNOWN_PNGS.get(image);
  if (known !== undefined) return known;
  const made = encodePng(image);
  KNOWN_PNGS.set(image, made);
  return made;
}

const KNOWN_PNGS = new WeakMap<Image, Uint8Array>();

function writeSurface(material: Material, hasColors: boolean, image: string | undefined): string {
  const { name, color, roughness, metallic, emissive, texture, alphaCutoff, doubleSided } = material;
  const parts = [
    pythonString(name),
    ...(isWhite(color) ? [] : [`color=${pythonTuple(color)}`]),
    ...(roughness === 1 ? [] : [`roughness=${pythonFloat(roughness)}`]),
    ...(metallic === 0 ? [] : [`metallic=${pythonFloat(metallic)}`]),
    ...(emissive === undefined || emissive.every((part) => part === 0) ? [] : [`emission=${pythonTuple(emissive)}`]),
    ...(image === undefined ? [] : [`image=${image}`]),
    ...(texture === undefined ? [] : writeWrap(texture)),
    ...(hasColors ? ['vertex_colors=True'] : []),
    ...(alphaCutoff === undefined ? [] : [`cutoff=${pythonFloat(alphaCutoff)}`]),
    ...(doubleSided ? ['double_sided=True'] : []),
  ];
  return `surface(${parts.join(', ')})`;
}

function writeWrap({ wrapU, wrapV }: Texture): readonly string[] {
  if (wrapU === 'repeat' && wrapV === 'repeat') return [];
  return [`wrap=(${pythonString(WRAPS[wrapU])}, ${pythonString(WRAPS[wrapV])})`];
}

const WRAPS: Readonly<Record<Wrap, string>> = { repeat: 'REPEAT', clamp: 'EXTEND', mirror: 'MIRROR' };

function isWhite(color: LinearColor): boolean {
  return color.every((part) => part === 1);
}
