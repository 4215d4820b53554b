import type { FastifyRequest } from 'fastify';

const field = 'List-Unsubscribe';
const value = 'One-Click';
const limits = { fields: 5, fieldSize: 100, files: 0, parts: 5 };

/**
 * Whether a request is what RFC 8058 lets a mail program send, and not somebody who merely posts something. Both kinds of form are
 * allowed there.
 */
export async function isOneClick(request: FastifyRequest): Promise<boolean> {
  if (!request.isMultipart()) return (request.body as Record<string, unknown> | null | undefined)?.[field] === value;
  try {
    for await (const part of request.parts({ limits })) if (part.type === 'field' && part.fieldname === field) return part.value === value;
  } catch {
    // A form that breaks off or is none: not what a mail program sends.
  }
  return false;
}
