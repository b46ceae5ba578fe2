// Lists the carnivores of the library: cats, dogs, bears and their like. Heights: at the poll or the shoulder, whichever is higher.
import type { Species } from '../../species.ts';
import { quadrupedSpecies } from '../quadruped/quadruped-species.ts';
import type { QuadrupedTable } from '../quadruped/quadruped-table.ts';
import { BROWN_BEAR, OTTER, POLAR_BEAR } from './bears.ts';
import { CAT, CHEETAH, LEOPARD, LION, LIONESS, TIGER } from './cats.ts';
import { DOG, FOX, HYENA, WOLF } from './dogs.ts';

/** Every carnivore of the library. */
// biome-ignore format: a row for each species
export const CARNIVORES: readonly Species[] = [
  species('lion', LION, 'Panthera leo', [1.05, 1.4], ['lion', 'african lion', 'male lion'],
    ['big cat', 'cat', 'feline', 'predator', 'savanna', 'africa', 'male', 'maned', 'mane', 'pride']),
  species('lioness', LIONESS, 'Panthera leo', [0.95, 1.2], ['lioness', 'female lion', 'puma', 'cougar'],
    ['big cat', 'cat', 'feline', 'predator', 'savanna', 'africa', 'cub', 'mountain lion', 'lion', 'lynx', 'female']),
  species('tiger', TIGER, 'Panthera tigris', [0.95, 1.25], ['tiger', 'bengal tiger', 'siberian tiger'],
    ['big cat', 'cat', 'feline', 'predator', 'striped', 'stripes', 'jungle', 'asia']),
  species('leopard', LEOPARD, 'Panthera pardus', [0.65, 0.9], ['leopard', 'jaguar', 'panther'],
    ['big cat', 'cat', 'feline', 'predator', 'spotted', 'rosettes', 'savanna', 'forest', 'africa', 'asia', 'snow leopard', 'ocelot']),
  species('cheetah', CHEETAH, 'Acinonyx jubatus', [0.8, 1.05], ['cheetah', 'gepard'],
    ['big cat', 'cat', 'feline', 'predator', 'spotted', 'spots', 'savanna', 'africa', 'sprinter', 'serval']),
  species('cat', CAT, 'Felis catus', [0.28, 0.38], ['cat', 'domestic cat', 'tabby', 'house cat'],
    ['feline', 'pet', 'kitten', 'tomcat', 'farm', 'wildcat', 'small']),
  species('wolf', WOLF, 'Canis lupus', [0.85, 1.1], ['wolf', 'grey wolf', 'gray wolf'],
    ['canine', 'predator', 'coyote', 'jackal', 'husky', 'pack', 'forest', 'tundra', 'wild dog']),
  species('dog', DOG, 'Canis familiaris', [0.65, 0.85], ['dog', 'sheepdog', 'border collie', 'farm dog', 'collie'],
    ['hound', 'puppy', 'canine', 'shepherd', 'pet', 'farm', 'domestic']),
  species('fox', FOX, 'Vulpes vulpes', [0.45, 0.6], ['fox', 'red fox'],
    ['canine', 'vixen', 'predator', 'woodland', 'russet', 'forest', 'small']),
  species('spotted-hyena', HYENA, 'Crocuta crocuta', [0.85, 1.1], ['spotted hyena', 'hyena', 'hyaena', 'laughing hyena'],
    ['predator', 'scavenger', 'spotted', 'savanna', 'africa', 'wild dog']),
  species('brown-bear', BROWN_BEAR, 'Ursus arctos', [1.0, 1.5], ['brown bear', 'bear', 'grizzly'],
    ['predator', 'omnivore', 'big', 'cub', 'forest', 'kodiak', 'black bear']),
  species('polar-bear', POLAR_BEAR, 'Ursus maritimus', [1.1, 1.6], ['polar bear', 'white bear', 'ice bear'],
    ['bear', 'predator', 'big', 'arctic', 'snow', 'white', 'cub']),
  species('otter', OTTER, 'Lutra lutra', [0.25, 0.35], ['otter', 'river otter'],
    ['mustelid', 'badger', 'weasel', 'marten', 'mink', 'seal', 'beaver', 'river', 'swimmer', 'small']),
];

function species(
  name: string,
  table: QuadrupedTable,
  latin: string,
  heights: readonly [number, number],
  names: readonly string[],
  tags: readonly string[],
): Species {
  return quadrupedSpecies('carnivore', name, table, names, tags, { latin, heights });
}
