import { expect, it } from 'vitest';
import { findNearWords } from './find-near-words.js';

const names = ['Energy Cluster Denmark', 'Odense Robotics', 'Danish Sound Cluster', 'Kjær Ærøskøbing', 'Åse Sørensen'];
const found = (typed: string) => findNearWords(names, typed, (name) => [name]);

it.each([
  ['robotcs', 'Odense Robotics'],
  ['odnese', 'Odense Robotics'],
  ['enrgy', 'Energy Cluster Denmark'],
  ['roboticss', 'Odense Robotics'],
  ['clustre sund', 'Danish Sound Cluster'],
  ['sørrensen', 'Åse Sørensen'],
])('forgives the slip in "%s"', (typed, name) => expect(found(typed)).toEqual([name]));

it.each(['xyz', 'sond x', 'denmrk zzzz'])('finds nothing for "%s"', (typed) => expect(found(typed)).toEqual([]));

it('does not look for near ones where there are some', () =>
  expect(found('cluster')).toEqual(['Energy Cluster Denmark', 'Danish Sound Cluster']));

it('finds all where nothing is typed', () => expect(found('  ')).toEqual(names));
