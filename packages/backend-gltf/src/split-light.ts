// Turns light into what glTF asks for: one strength, and a color of at most 1.
import type { LinearColor } from '@diorama/geometry';

/** `strength · color` is the light times `exposure`; the color's greatest part is 1. No light is strength 0 of white. */
export function splitLight(light: LinearColor, exposure: number): { strength: number; color: LinearColor } {
  const greatest = Math.max(...light);
  if (greatest <= 0) return { strength: 0, color: [1, 1, 1] };
  return { strength: greatest * exposure, color: [light[0] / greatest, light[1] / greatest, light[2] / greatest] };
}
