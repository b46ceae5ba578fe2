// Turns an id of the command line into a species and an individual of it, or into what may have been meant.
import type { Library, Species } from '@diorama/assets';
import type { ChosenAsset, Detail } from '@diorama/stage';
import type { CommandContext } from '../../command-context.ts';

/** What a person asks to see of an asset. */
export interface AssetWish {
  readonly id: string;
  readonly pose?: string;
  readonly phase?: string | number;
  readonly detail?: Detail;
}

export interface FoundAsset {
  readonly species: Species;
  readonly choice: ChosenAsset;
}

/** Undefined if there is none, or if it cannot do what is asked; the report then tells. */
export function findAsset(ctx: CommandContext, library: Library, wish: AssetWish): FoundAsset | undefined {
  const { id, pose, detail } = wish;
  const species = library.species.find((one) => one.id === id.replace(/#.*$/, ''));
  if (pose !== undefined && species !== undefined && !species.poses.includes(pose)) {
    const known = species.poses.length === 0 ? 'it has no poses' : `its poses are ${species.poses.join(', ')}`;
    ctx.report.misused(`${species.id} cannot ${pose}: ${known}`);
    return undefined;
  }
  const phase = wish.phase === undefined ? 0 : Number(wish.phase);
  if (!(0 <= phase && phase <= 1)) {
    ctx.report.misused(`--phase is from 0 to 1, not ${wish.phase}`);
    return undefined;
  }
  const choice = library.choose({
    kind: species?.kind ?? 'object',
    variant: 0,
    appearance: { kind: 'asset', id },
    ...(pose === undefined ? {} : { pose }),
    phase,
    ...(detail === undefined ? {} : { detail }),
  });
  if (choice.kind === 'asset' && species !== undefined) return { species, choice };
  const candidates =
    choice.kind === 'missing' && choice.candidates.length > 0 ? `; like it: ${choice.candidates.join(', ')}` : '';
  ctx.report.misused(`there is no asset ${id}${candidates}`);
  return undefined;
}
