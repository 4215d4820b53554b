import { languages, type Language } from '@klyngevagt/messages';
import type { FastifyRequest } from 'fastify';

/** The person's own language; a stranger's by `Accept-Language`, Danish where nothing fits. */
export function languageOf(request: Pick<FastifyRequest, 'caller' | 'headers'>): Language {
  return request.caller?.language ?? accepted(request.headers['accept-language'] ?? '');
}

function accepted(header: string): Language {
  const wishes = header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  for (const { language } of wishes) {
    const known = languages.find((candidate) => candidate === language);
    if (known) return known;
  }
  return 'da';
}
