/** Support's two ways of paging: by cursor (`page[size]`), and by number (`page`, `per_page`). */

const MAX_PAGE = 100;

/** One cursor page. A cursor is opaque to the caller; here it is a position. */
export function cursorPage<T>(list: readonly T[], url: string, origin: string) {
  const { searchParams, pathname } = new URL(url);
  const size = Math.min(Number(searchParams.get('page[size]')) || MAX_PAGE, MAX_PAGE);
  const after = decode(searchParams.get('page[after]'));
  const before = decode(searchParams.get('page[before]'));
  const start = before === undefined ? (after ?? 0) : Math.max(0, before - size);
  const end = Math.min(before ?? start + size, list.length);

  const link = (name: string, cursor: string) => {
    const query = new URLSearchParams(searchParams);
    query.delete('page[after]');
    query.delete('page[before]');
    query.set(`page[${name}]`, cursor);
    return `${origin}${pathname}?${query.toString()}`;
  };
  const hasMore = end < list.length;
  return {
    items: list.slice(start, end),
    paging: {
      meta: { has_more: hasMore, after_cursor: encode(end), before_cursor: encode(start) },
      links: {
        next: hasMore ? link('after', encode(end)) : null,
        prev: start > 0 ? link('before', encode(start)) : null,
      },
    },
  };
}

/** One numbered page, with the fields that belong to it. */
export function offsetPage<T>(list: readonly T[], url: string, origin: string, defaultSize = 100) {
  const { searchParams, pathname } = new URL(url);
  const size = Math.min(Number(searchParams.get('per_page')) || defaultSize, MAX_PAGE);
  const page = Math.max(1, Number(searchParams.get('page')) || 1);
  const link = (number: number) => {
    const query = new URLSearchParams(searchParams);
    query.set('page', String(number));
    return `${origin}${pathname}?${query.toString()}`;
  };
  const hasMore = page * size < list.length;
  return {
    items: list.slice((page - 1) * size, page * size),
    paging: {
      count: list.length,
      page,
      per_page: size,
      page_count: Math.ceil(list.length / size),
      next_page: hasMore ? link(page + 1) : null,
      previous_page: page > 1 ? link(page - 1) : null,
    },
  };
}

const encode = (position: number) => Buffer.from(`at:${position}`).toString('base64url');

function decode(cursor: string | null): number | undefined {
  const position =
    cursor &&
    Buffer.from(cursor, 'base64url')
      .toString()
      .match(/^at:(\d+)$/)?.[1];
  return position ? Number(position) : undefined;
}
