import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Linkified } from '../../../widget/markdown/Linkified.tsx';
import { Markdown } from '../../../widget/markdown/Markdown.tsx';
import { parseMarkdown } from '../../../widget/markdown/parse.ts';
import { createMarkdownStream } from '../../../widget/markdown/stream.ts';
import { EXAMPLES } from './examples.ts';
import { HOSTILE_TEXTS } from './hostile.ts';

afterEach(cleanup);

const link = { newTabLabel: '(opens in a new tab)', plainHosts: ['shop.example'] };

function show(text: string) {
  return render(<Markdown blocks={parseMarkdown(text)} link={link} />).container;
}

describe('nothing but words, marks and safe links reaches the page', () => {
  const ALLOWED: Readonly<Record<string, readonly string[]>> = {
    a: ['href', 'target', 'rel'],
    span: ['class', 'dir'],
    div: ['class', 'dir', 'tabindex'],
    pre: ['dir', 'tabindex'],
    ol: ['dir', 'start'],
    th: ['scope'],
    h3: ['dir', 'data-level'],
    ...Object.fromEntries(['p', 'ul', 'blockquote'].map((element) => [element, ['dir']])),
    ...Object.fromEntries(
      ['li', 'code', 'hr', 'br', 'strong', 'em', 'table', 'thead', 'tbody', 'tr', 'td'].map(
        (element) => [element, []],
      ),
    ),
  };
  const PROTOCOLS = ['http:', 'https:', 'mailto:', 'tel:'];

  function unsafeParts(container: Element): string[] {
    return [...container.querySelectorAll('*')].flatMap((element) => {
      const attributes = ALLOWED[element.localName];
      if (!attributes) return [element.localName];
      const isUnsafeLink =
        element instanceof HTMLAnchorElement && !PROTOCOLS.includes(element.protocol);
      return [
        ...element.getAttributeNames().filter((name) => !attributes.includes(name)),
        ...(isUnsafeLink ? [element.href] : []),
      ];
    });
  }

  test('the corpus of attacks is large', () => {
    expect(new Set(HOSTILE_TEXTS).size).toBeGreaterThan(400);
  });

  test('in an answer of the AI agent', () => {
    const broken = HOSTILE_TEXTS.filter((text) => unsafeParts(show(text)).length > 0);

    expect(broken).toEqual([]);
  });

  test('in a message of a customer or an agent', () => {
    const broken = HOSTILE_TEXTS.filter(
      (text) => unsafeParts(render(<Linkified text={text} />).container).length > 0,
    );

    expect(broken).toEqual([]);
  });

  test('and every example of honest markdown passes the same check', () => {
    const texts = Object.values(EXAMPLES).flatMap((examples) => examples.map(([text]) => text));

    expect(texts.filter((text) => unsafeParts(show(text)).length > 0)).toEqual([]);
  });

  test('even when a tree was made by something other than our parser', () => {
    const href = 'javascript:alert(1)';
    const children = [
      { type: 'link' as const, href, children: [{ type: 'text' as const, text: 'press' }] },
    ];

    const { container } = render(<Markdown blocks={[{ type: 'paragraph', children }]} />);

    expect(container.innerHTML).toBe('<p dir="auto">press</p>');
  });
});

describe('a link', () => {
  test('opens a new tab, says so to those who cannot see it, and names its host', () => {
    show('[Our partner](https://www.partner.example/offer)');

    const found = screen.getByRole('link', {
      name: 'Our partner (partner.example) (opens in a new tab)',
    });
    expect(found).toHaveProperty('target', '_blank');
    expect(found).toHaveProperty('rel', 'noopener noreferrer nofollow');
  });

  test.each([
    ['to the site itself', '[Returns](https://www.shop.example/returns)', 'Returns'],
    ['that already names its host', 'https://other.example/a', 'https://other.example/a'],
    ['with its host as its words', '[other.example](https://other.example/a)', 'other.example'],
  ])('%s is not named twice', (_kind, text, name) => {
    show(text);

    expect(screen.getByRole('link').textContent).toBe(`${name} (opens in a new tab)`);
  });

  test('that pretends to lead elsewhere names the host it really leads to', () => {
    show('[shop.example](https://evil.example) [a](https://shop.example@evil.example/)');

    for (const found of screen.getAllByRole('link')) {
      expect(found.textContent).toContain('(evil.example)');
    }
    show('https://other.example@evil.example');
    expect(screen.getAllByRole('link').at(-1)?.textContent).toContain('(evil.example)');
  });

  test('to a mail address opens no empty tab', () => {
    show('help@shop.example');

    const found = screen.getByRole('link', { name: 'help@shop.example' });
    expect(found.getAttribute('href')).toBe('mailto:help@shop.example');
    expect(found.hasAttribute('target')).toBe(false);
  });

  test('takes the place of an image, so that nothing is loaded before it is pressed', () => {
    const container = show(
      '![A red teapot](https://cdn.example/pot.png) ![](https://cdn.example/b)',
    );

    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByRole('link', { name: /^A red teapot \(cdn.example\)/ })).toBeTruthy();
    expect(screen.getByRole('link', { name: /^cdn.example \(opens/ })).toBeTruthy();
  });
});

describe('an answer', () => {
  test('has its headings right below the panel’s, whichever level it begins with', () => {
    show('### A\n\n# B\n\n## C');

    const headings = screen.getAllByRole('heading', { level: 3 });
    expect(headings.map(({ textContent, dataset }) => [textContent, dataset['level']])).toEqual([
      ['A', '3'],
      ['B', '1'],
      ['C', '2'],
    ]);
  });

  test('continues the numbers of a list', () => {
    const container = show('3. a\n4. b');

    expect(container.querySelector('ol')?.start).toBe(3);
  });

  test('takes each block’s direction from its own words, and code always from left to right', () => {
    const container = show('مرحبا\n\n- hello\n\n```\na\n```');

    const directions = [...container.children].map((element) => element.getAttribute('dir'));
    expect(directions).toEqual(['auto', 'auto', 'ltr']);
    expect(container.querySelector('li')?.hasAttribute('dir')).toBe(false);
  });

  test('shows a chip for each source it cites, or the number when there are none', () => {
    const citation = (number: number) => <button type="button">{`Source ${number}`}</button>;

    render(<Markdown blocks={parseMarkdown('Yes [1][2].')} citation={citation} />);
    const { container } = render(<Markdown blocks={parseMarkdown('Yes [1].')} />);

    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Source 1',
      'Source 2',
    ]);
    expect(container.textContent).toBe('Yes [1].');
  });

  test('renders only its open block again while it is written', () => {
    const citation = vi.fn<(number: number) => string>((number) => `(${number})`);
    const stream = createMarkdownStream();
    const blocks = stream.append('First [1].\n\nSecond');
    const { rerender, container } = render(<Markdown blocks={blocks} citation={citation} />);
    const first = container.querySelector('p');

    rerender(<Markdown blocks={stream.append(' [2].')} citation={citation} />);

    expect(container.textContent).toBe('First (1).Second (2).');
    expect(citation.mock.calls).toEqual([[1], [2]]);
    expect(container.querySelector('p')).toBe(first);
  });
});

test('a message of a customer or an agent reads as it was written', () => {
  const changed = HOSTILE_TEXTS.filter((text) => {
    const { container } = render(<Linkified text={text} />);
    for (const host of container.querySelectorAll('.link-host')) {
      host.previousSibling?.remove();
      host.remove();
    }
    for (const lineBreak of container.querySelectorAll('br')) lineBreak.replaceWith('\n');
    return container.textContent !== text;
  });

  expect(changed).toEqual([]);
});

test('a customer’s lines stay lines, and marks stay marks', () => {
  const { container } = render(
    <Linkified text={'**a**\n\nhttps://x.example/b.\r\nme@x.example'} />,
  );

  expect(container.querySelectorAll('br')).toHaveLength(3);
  expect(container.querySelector('strong')).toBeNull();
  expect(screen.getAllByRole('link').map((found) => found.getAttribute('href'))).toEqual([
    'https://x.example/b',
    'mailto:me@x.example',
  ]);
});
