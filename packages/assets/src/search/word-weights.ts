// Words that say little of what something is.

/** Words that say nothing at all. */
export const STOP_WORDS: ReadonlySet<string> = listed(
  'a an the of in on with and or at by from to its some very like covered looking',
);

/** Words that tell individuals apart sooner than species: they count a quarter. */
export const MODIFIERS: ReadonlySet<string> = listed(`
  old young adult baby calf cub foal male female
  big large small little tiny huge giant tall short thin fat
  wild common european african american asian
  black white grey gray brown red green yellow golden silver dark light pale bay chestnut spotted striped
  dry wet dead bare flat lone single dewy snowy snow
  farm mountain river tree bush animal bird
`);

function listed(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
