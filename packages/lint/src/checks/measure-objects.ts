// Finds what is wrong with an element on its own: implausible heights, and swimmers without water.
import { contains, findKind } from '@diorama/vocabulary';
import type { Body } from '../body.ts';
import type { Finding } from '../finding.ts';
import { distanceToWater, type WaterSurface } from '../water.ts';

export function measureObjects(findings: Finding[], bodies: readonly Body[], waters: readonly WaterSurface[]): void {
  for (const body of bodies) {
    measureHeight(findings, body);
    measureSwimming(findings, body, waters);
  }
}

function measureHeight(findings: Finding[], { element, index, base }: Body): void {
  if (!('variant' in element)) return;
  const plausible = findKind(element.kind)?.proportions?.plausibleHeight;
  const { height } = element;
  if (plausible === undefined || contains(plausible, height)) return;
  const gap = Math.max((plausible.min ?? height) - height, height - (plausible.max ?? height));
  findings.push({ code: 'implausible-height', element: index, base, gap, unit: 'm', height, plausible });
}

function measureSwimming(findings: Finding[], { element, index, base }: Body, waters: readonly WaterSurface[]): void {
  if (!('pose' in element && element.pose === 'swim')) return;
  let gap = Infinity;
  let nearest: WaterSurface | undefined;
  for (const water of waters) {
    const distance = distanceToWater(water, base[0], base[2]);
    if (distance < gap) [gap, nearest] = [distance, water];
  }
  if (gap === 0) return;
  const finding = { code: 'swims-on-land', element: index, base, gap, unit: 'm' } as const;
  findings.push(nearest === undefined ? finding : { ...finding, other: nearest.body.index });
}
