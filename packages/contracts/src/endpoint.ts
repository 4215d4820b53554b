import { z } from 'zod';
import type { Permission } from './permission.js';

/** One endpoint below `/api/v1`. `permission` null: open to everyone, also without a session. */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT';
  path: string;
  permission: Permission | null;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Fields of a `multipart/form-data` request instead of a body. They are texts, and after them comes one file, `file`. */
  form?: z.ZodType;
  /** `FileBytes`: the answer is a file, not JSON. */
  response: z.ZodType;
}
