import { endpoints } from '@klyngevagt/contracts';
import { expect, it } from 'vitest';
import { endpointPaths } from './endpoint-paths.js';

it('knows exactly the endpoints of the contract, with their methods and paths', () => {
  const ofContract = Object.fromEntries(Object.entries(endpoints).map(([name, { method, path }]) => [name, [method, path]]));
  expect(endpointPaths).toEqual(ofContract);
});
