import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { z } from 'zod';

/**
 * Checks what is said on the wire against Zendesk's own description of the Conversations API
 * (OpenAPI 17). Every function answers with what is wrong; an empty list means nothing is. Paths are
 * relative to `/sc`, such as `/v2/apps/…/users`, with or without a query.
 */

const Media = z.object({
  content: z.record(z.string(), z.unknown()).optional(),
  required: z.boolean().optional(),
});
const Operation = z.object({
  requestBody: Media.optional(),
  responses: z.record(z.string(), Media),
});
const Document = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});

const Nullable = z.looseObject({ nullable: z.boolean() });

const openapi: unknown = JSON.parse(
  readFileSync(new URL('conversations-openapi.slim.json', import.meta.url), 'utf8'),
  nullableAsUnion,
);
const { paths } = Document.parse(openapi);

const ajv = new Ajv({
  strict: false,
  allErrors: true,
  formats: {
    uri: (text: string) => URL.canParse(text),
    email: /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
    binary: true,
  },
});
// Zendesk counts UTF-16 units, ajv code points.
ajv.removeKeyword('maxLength');
ajv.addKeyword({
  keyword: 'maxLength',
  type: 'string',
  validate: (most: number, text: string) => text.length <= most,
});
ajv.addSchema(Document.parse(openapi), 'openapi');

export function validateRequest(method: string, path: string, body: unknown): string[] {
  const found = findOperation(method, path);
  if (!found) return [`${method} ${path} is not in the Conversations API`];
  const { operation, pointer } = found;
  if (!operation.requestBody) {
    return body === undefined ? [] : [`${method} ${path} takes no body`];
  }
  const { content, required } = operation.requestBody;
  if (!content?.['application/json'] || (body === undefined && !required)) return [];
  return check([...pointer, 'requestBody', 'content', 'application/json', 'schema'], body);
}

/** An error that the description does not list for the call must still have the shape of an error. */
export function validateResponse(
  method: string,
  path: string,
  status: number,
  body: unknown,
): string[] {
  const found = findOperation(method, path);
  if (!found) return [`${method} ${path} is not in the Conversations API`];
  const { operation, pointer } = found;
  const listed = operation.responses[status];
  if (!listed) {
    return status >= 400
      ? check(['components', 'schemas', 'errorResponse'], body)
      : [`${method} ${path} does not answer ${status}`];
  }
  if (!listed.content?.['application/json']) return [];
  return check(
    [...pointer, 'responses', String(status), 'content', 'application/json', 'schema'],
    body,
  );
}

/** The event's schema among the twenty-five; `type` says which. */
export function validateWebhook(delivery: unknown): string[] {
  const parsed = Delivery.safeParse(delivery);
  if (!parsed.success) return [z.prettifyError(parsed.error)];
  return parsed.data.events.flatMap((event) => {
    const schema = eventSchema(event.type);
    return schema ? check(['components', 'schemas', schema], event) : [`no event ${event.type}`];
  });
}

const Delivery = z.strictObject({
  app: z.strictObject({ id: z.string() }),
  webhook: z.strictObject({ id: z.string(), version: z.literal('v2') }),
  events: z.array(z.looseObject({ id: z.string(), type: z.string() })).min(1),
});

/** `conversation:message` is described by `conversationMessageEvent`, `switchboard:passControl` without `Event`. */
function eventSchema(type: string): string | undefined {
  const camel = type.replaceAll(/:(\w)/g, (_, letter: string) => letter.toUpperCase());
  return [`${camel}Event`, camel].find((name) => ajv.getSchema(reference(schemas(name))));
}

const schemas = (name: string) => ['components', 'schemas', name];

function findOperation(method: string, path: string) {
  const parts = new URL(path, 'http://openapi').pathname.split('/');
  const fitting = Object.keys(paths)
    .filter((template) => {
      const wanted = template.split('/');
      return (
        wanted.length === parts.length &&
        wanted.every((part, index) => part.startsWith('{') || part === parts[index])
      );
    })
    // `/attachments/remove` before `/attachments/{id}`.
    .toSorted((a, b) => a.split('{').length - b.split('{').length);
  for (const template of fitting) {
    const operation = paths[template]?.[method.toLowerCase()];
    if (operation !== undefined) {
      const pointer = ['paths', template, method.toLowerCase()];
      return { operation: Operation.parse(operation), pointer };
    }
  }
  return undefined;
}

const compiled = new Map<string, ValidateFunction>();

function check(pointer: string[], value: unknown): string[] {
  const $ref = reference(pointer);
  const validate = compiled.get($ref) ?? ajv.compile({ $ref });
  compiled.set($ref, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${instancePath || 'body'} ${message} ${JSON.stringify(params)}`,
  );
}

/** A JSON pointer into the document, escaped for use in a URI. */
function reference(pointer: string[]): string {
  const escaped = pointer.map((part) =>
    encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')),
  );
  return `openapi#/${escaped.join('/')}`;
}

/** OpenAPI 3.0 says `nullable: true` where JSON Schema says "or null". */
function nullableAsUnion(_key: string, value: unknown): unknown {
  const parsed = Nullable.safeParse(value);
  if (!parsed.success) return value;
  const { nullable, ...schema } = parsed.data;
  return nullable ? { anyOf: [schema, { type: 'null' }] } : schema;
}
