import { compile, type FormatCallback } from 'html-to-text';
import {
  codeSpan,
  escapeMarkdown,
  escapeLineStarts,
  link,
  quoted,
  surrounded,
} from './markdown-signs.ts';

/** Conversations API, OpenAPI 17.0.0: longest `htmlText`. */
const MAX_HTML = 4096;
const MAX_DEPTH = 32;

const DROPPED = new Set(
  'audio,button,canvas,embed,form,frame,head,iframe,input,math,noscript,object,script,select,style,svg,template,textarea,title,video'.split(
    ',',
  ),
);
const INLINE = new Set(
  'a,abbr,b,bdi,bdo,big,br,cite,code,del,dfn,em,font,i,img,ins,kbd,label,mark,q,s,samp,small,span,strike,strong,sub,sup,time,tt,u,var,wbr'.split(
    ',',
  ),
);

/** What the parser finds: an element, words, or a comment without either. */
type Node = {
  type: string;
  name?: string | undefined;
  data?: string | undefined;
  children?: readonly Node[] | undefined;
  attribs?: Record<string, unknown>;
};

/** The parser is html-to-text's; what it found is written by us. */
const convert = compile({
  wordwrap: false,
  limits: { maxDepth: MAX_DEPTH, ellipsis: '' },
  formatters: { markdown: formatMarkdown },
  selectors: [{ selector: 'main', format: 'markdown' }],
});

/**
 * What an agent wrote with emphasis, lists and links, as the markdown that the chat draws. Nothing of the HTML is left:
 * pictures become links, what is no text is dropped, and signs that mean something in markdown are escaped.
 */
export function htmlMarkdown(html: string): string {
  const inside = html.slice(0, MAX_HTML).replace(/<\/?main\b[^>]*>/gi, '');
  return convert(`<main>${inside}</main>`).trim();
}

function formatMarkdown(...[element, , builder]: Parameters<FormatCallback>): void {
  builder.openBlock({ isPre: true });
  builder.addLiteral(blocks(element.children).join('\n\n'));
  builder.closeBlock();
}

/** Each block as lines of its own. */
function blocks(nodes: readonly Node[], depth = 0): string[] {
  if (depth > MAX_DEPTH) return [];
  const found: string[] = [];
  let line: Node[] = [];
  const endLine = () => {
    found.push(paragraph(line, depth));
    line = [];
  };
  for (const node of nodes) {
    if (isInline(node)) line.push(node);
    else {
      endLine();
      found.push(...block(node, depth + 1));
    }
  }
  endLine();
  return found.filter(Boolean);
}

function isInline({ type, name = '' }: Node): boolean {
  return type === 'text' || INLINE.has(name);
}

function paragraph(nodes: readonly Node[], depth: number): string {
  const lines = inline(nodes, depth).split('\n');
  return escapeLineStarts(lines.map((line) => line.replace(/^ +/, '')).join('\n')).trim();
}

function block(node: Node, depth: number): string[] {
  const { name = '', children = [] } = node;
  if (DROPPED.has(name)) return [];
  switch (name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6': {
      const words = inline(children, depth).replace(/\s+/g, ' ').trim();
      return words ? [`${'#'.repeat(Math.min(Number(name[1]), 3))} ${words}`] : [];
    }
    case 'ul':
    case 'ol': {
      const items = children.filter((child) => child.name === 'li');
      const written = items.map((item, index) =>
        listItem(name === 'ol' ? `${index + 1}. ` : '- ', blocks(item.children ?? [], depth)),
      );
      return written.length > 0 ? [written.join('\n')] : [];
    }
    case 'blockquote':
      return [quoted(blocks(children, depth).join('\n\n'))];
    case 'pre':
      return [fenced(textOf(node, depth))];
    case 'hr':
      return ['---'];
    case 'tr':
      return [
        children
          .map((cell) => blocks([cell], depth).join(' '))
          .filter(Boolean)
          .join(' · '),
      ];
    default:
      return blocks(children, depth);
  }
}

function listItem(marker: string, parts: readonly string[]): string {
  const indent = ' '.repeat(marker.length);
  return marker + parts.join('\n\n').replace(/\n(?=.)/g, `\n${indent}`);
}

function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text.replace(/^\n|\n$/g, '')}\n${fence}`;
}

function inline(nodes: readonly Node[], depth: number): string {
  if (depth > MAX_DEPTH) return '';
  return nodes.map((node) => inlineNode(node, depth + 1)).join('');
}

function inlineNode(node: Node, depth: number): string {
  const { type, name = '', data = '', children = [] } = node;
  if (type === 'text') return escapeMarkdown(data.replace(/\s+/g, ' '));
  if (DROPPED.has(name)) return '';
  switch (name) {
    case 'br':
      return '  \n';
    case 'b':
    case 'strong':
      return surrounded('**', inline(children, depth));
    case 'i':
    case 'em':
      return surrounded('*', inline(children, depth));
    case 'code':
      return codeSpan(textOf(node, depth).replace(/\s+/g, ' '));
    case 'a':
      return link(inline(children, depth), attribute(node, 'href'));
    case 'img':
      return link(escapeMarkdown(attribute(node, 'alt') ?? ''), attribute(node, 'src'));
    default:
      return inline(children, depth);
  }
}

function attribute({ attribs }: Node, name: string): string | undefined {
  const value = attribs?.[name];
  return typeof value === 'string' ? value : undefined;
}

/** The words in it as they stand. */
function textOf({ type, name = '', data = '', children = [] }: Node, depth: number): string {
  if (type === 'text') return data;
  if (name === 'br') return '\n';
  if (DROPPED.has(name) || depth > MAX_DEPTH) return '';
  return children.map((child) => textOf(child, depth + 1)).join('');
}
