import { isRecordId } from './ids.ts';
import { badRequest } from './refusal.ts';

type Page<T> = {
  items: T[];
  meta: { hasMore: boolean; afterCursor?: string; beforeCursor?: string };
  links: { prev?: string; next?: string };
};

/**
 * One page of a list that is sorted by id. A cursor is the id of a record, which need not exist any
 * more. Without a cursor `from` says which end comes first. `hasMore` speaks of the direction read.
 */
export function pageOf<T extends { id: string }>(
  list: readonly T[],
  url: string,
  origin: string,
  {
    defaultSize,
    fixed = false,
    from,
  }: { defaultSize: number; fixed?: boolean; from: 'start' | 'end' },
): Page<T> {
  const { searchParams, pathname } = new URL(url);
  const after = searchParams.get('page[after]');
  const before = searchParams.get('page[before]');
  if (after !== null && before !== null) {
    throw badRequest('page[after] and page[before] exclude each other');
  }
  for (const cursor of [after, before]) {
    if (cursor !== null && !isRecordId(cursor)) throw badRequest('The cursor is not valid');
  }
  const size = fixed ? defaultSize : pageSize(searchParams.get('page[size]'), defaultSize);

  const beyond = list.filter(
    ({ id }) => (after === null || id > after) && (before === null || id < before),
  );
  const backwards = before !== null || (after === null && from === 'end');
  const items = backwards ? beyond.slice(-size) : beyond.slice(0, size);

  const first = items[0]?.id;
  const last = items.at(-1)?.id;
  const earlier = first !== undefined && list.some(({ id }) => id < first) ? first : undefined;
  const later = last !== undefined && list.some(({ id }) => id > last) ? last : undefined;
  const link = (name: string, cursor: string) => {
    const query = new URLSearchParams(searchParams);
    query.delete('page[after]');
    query.delete('page[before]');
    query.set(`page[${name}]`, cursor);
    return `${origin}${pathname}?${query.toString()}`;
  };
  return {
    items,
    meta: {
      hasMore: beyond.length > items.length,
      ...(later && { afterCursor: later }),
      ...(earlier && { beforeCursor: earlier }),
    },
    links: {
      ...(earlier && { prev: link('before', earlier) }),
      ...(later && { next: link('after', later) }),
    },
  };
}

function pageSize(given: string | null, defaultSize: number): number {
  if (given === null) return defaultSize;
  const size = Number(given);
  if (!Number.isInteger(size) || size < 1 || size > 100) {
    throw badRequest('page[size] must be from 1 to 100');
  }
  return size;
}
