import { z } from 'zod';
import { factEndpoints } from './fact-endpoints.js';
import { indicatorEndpoints } from './indicator-endpoints.js';
import { officeEndpoints } from './office-endpoints.js';
import { overviewEndpoints } from './overview-endpoints.js';
import { personalEndpoints } from './personal-endpoints.js';
import { reminderEndpoints } from './reminder-endpoints.js';
import { webhookEndpoints } from './webhook-endpoints.js';

/** The one table that types controllers, the dashboard's client and the tests. Names read noun.verb. */
export const endpoints = {
  ...overviewEndpoints,
  ...factEndpoints,
  ...indicatorEndpoints,
  ...officeEndpoints,
  ...personalEndpoints,
  ...reminderEndpoints,
  ...webhookEndpoints,
};

export type EndpointName = keyof typeof endpoints;

/** Server-sent events at `GET /api/v1/events` (permission `events:read`): `{ slug, version }` for each cluster in scope that changed, `{ slug: null }` for rules or reminders. */
export const ChangeEvent = z.object({ slug: z.string().nullable(), version: z.string() });
export type ChangeEvent = z.infer<typeof ChangeEvent>;

type Part<N extends EndpointName, K extends string> = (typeof endpoints)[N] extends Record<K, infer S extends z.ZodType> ? S : never;
export type ParamsOf<N extends EndpointName> = z.infer<Part<N, 'params'>>;
export type QueryOf<N extends EndpointName> = z.infer<Part<N, 'query'>>;
export type BodyOf<N extends EndpointName> = z.infer<Part<N, 'body'>>;
/** What a caller may send: before defaults. */
export type BodyInputOf<N extends EndpointName> = z.input<Part<N, 'body'>>;
/** Fields of a form, after parsing. */
export type FormOf<N extends EndpointName> = z.infer<Part<N, 'form'>>;
export type FormInputOf<N extends EndpointName> = z.input<Part<N, 'form'>>;
export type ResponseOf<N extends EndpointName> = z.infer<Part<N, 'response'>>;
