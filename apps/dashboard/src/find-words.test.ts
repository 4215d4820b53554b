import { expect, it } from 'vitest';
import { findWords } from './find-words.js';

const names = ['Energy Cluster Denmark', 'Odense Robotics', 'Danish Sound Cluster', 'Kjær Ærøskøbing', 'Åse Sørensen', 'André Møller'];
const found = (typed: string) => findWords(names, typed, (name) => [name]);

it.each([
  ['robotics ', 'Odense Robotics'],
  ['robotics odense', 'Odense Robotics'],
  ['ENERGY', 'Energy Cluster Denmark'],
  ['kjaer', 'Kjær Ærøskøbing'],
  ['ærøs', 'Kjær Ærøskøbing'],
  ['aeroskobing', 'Kjær Ærøskøbing'],
  ['sorensen', 'Åse Sørensen'],
  ['soerensen', 'Åse Sørensen'],
  ['aase', 'Åse Sørensen'],
  ['andre moller', 'André Møller'],
])('finds "%s"', (typed, name) => expect(found(typed)).toEqual([name]));

it.each(['xyz', 'robotcs', 'sound x'])('finds nothing for "%s"', (typed) => expect(found(typed)).toEqual([]));

it('finds all where nothing is typed', () => expect(found('  ')).toEqual(names));
