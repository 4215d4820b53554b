import { type EndpointName, endpoints, type Endpoint as EndpointEntry, FileBytes, type ResponseOf } from '@klyngevagt/contracts';
import { applyDecorators, HttpCode, RequestMapping, RequestMethod, SerializeOptions, SetMetadata } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';

/** Metadata key: which entry of the endpoint table a handler answers. */
export const endpointMetadata = 'klyngevagt:endpoint';

/**
 * Answers that are large and asked for most: their presenters are typed by the contract and tests parse what they answer by its schema,
 * so that each answer need not be parsed once more before it goes out.
 */
const heldByType: ReadonlySet<EndpointName> = new Set(['portfolio.read']);

export const apiPrefix = '/api/v1';

type Handler<N extends EndpointName> = TypedPropertyDescriptor<(...args: never[]) => Promise<ResponseOf<N>>>;

const argumentKinds = { params: RouteParamtypes.PARAM, query: RouteParamtypes.QUERY, body: RouteParamtypes.BODY } as const;

/**
 * A handler of one entry of the endpoint table: method, path, permission, request schemas and response schema come from there.
 * `@Param()`, `@Query()` and `@Body()` of the handler are parsed by the entry's schemas; one that is missing is an error at start,
 * because what is not parsed would not be refused either. The fields of a form are parsed by `readUpload`, while it arrives.
 */
export function Endpoint<N extends EndpointName>(name: N) {
  return (target: object, key: string, descriptor: Handler<N>): void => {
    const entry: EndpointEntry = endpoints[name];
    giveSchemas(entry, name, target, key);
    applyDecorators(
      RequestMapping({ path: `${apiPrefix}${entry.path}`, method: RequestMethod[entry.method] }),
      HttpCode(200),
      SetMetadata(endpointMetadata, name),
      ...(heldByType.has(name) || entry.response === FileBytes ? [] : [SerializeOptions({ schema: entry.response })]),
    )(target, key, descriptor);
  };
}

interface RouteArgument {
  index: number;
  schema?: unknown;
}

function giveSchemas(entry: EndpointEntry, name: string, target: object, key: string): void {
  const known: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, target.constructor, key);
  const handed = { ...(known as Record<string, RouteArgument> | undefined) };
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = entry[part];
    const argumentKey = Object.keys(handed).find((candidate) => candidate.startsWith(`${argumentKinds[part]}:`));
    if (Boolean(schema) !== Boolean(argumentKey)) throw new Error(`${name}: the handler and the endpoint table disagree about ${part}.`);
    if (schema && argumentKey) handed[argumentKey] = { ...(handed[argumentKey] as RouteArgument), schema };
  }
  Reflect.defineMetadata(ROUTE_ARGS_METADATA, handed, target.constructor, key);
}
