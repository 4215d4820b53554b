import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { palettes } from './theme.js';

const tokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

it.each(Object.entries(palettes))('has the %s of the tokens', (name, shades) => {
  const written = shades.map((_, index) => new RegExp(`--kv-${name}-${index}:\\s*(#[0-9a-f]{6})`, 'i').exec(tokens)?.[1]?.toUpperCase());
  expect(written).toEqual(shades.map((shade) => shade.toUpperCase()));
});
