import { findBareLink, type BareLink } from './bare-link.ts';
import { delimiter, pairDelimiters, type Delimiter } from './emphasis.ts';
import { unescapeMarkdown } from './entity.ts';
import { readLinkTarget } from './link-target.ts';
import { inlineTree, type Piece } from './piece.ts';
import { safeUrl } from './safe-url.ts';
import type { Inline } from './tree.ts';

// In this order: line end, escape, runs, citation, brackets, entity.
const MARK = /\n|\\[\n!-/:-@[-`{-~]|`+|\*+|_+|\[[1-9]\d?\](?!\()|!?\[|\]|&#?\w{2,8};/g;

// Without any of these a text has neither marks nor addresses in it, as most texts.
const SPECIAL = /[\n\\`*_[\]&@]|:\/\//;

/** An opened `[` or `![`. The delimiters from `delimiters` on are inside it. */
type Bracket = { piece: Piece; delimiters: number; isImage: boolean };

/**
 * The inline parts of a paragraph, heading or cell, whose lines have no white space in front.
 * Linear in the length of the text.
 */
export function parseInline(text: string): Inline[] {
  if (text && !SPECIAL.test(text)) return [{ type: 'text', text }];

  const pieces: Piece[] = [];
  const delimiters: Delimiter[] = [];
  const brackets: Bracket[] = [];
  let lastBackticks: Map<number, number> | undefined;
  let at = 0;

  const push = (length: number, piece: Partial<Piece>): Piece => {
    const pushed = { closes: 0, text: '', node: null, opens: [], ...piece };
    pieces.push(pushed);
    at += length;
    return pushed;
  };
  const pushText = (length: number, shown = text.slice(at, at + length)) =>
    push(length, { text: shown });
  const pushNode = (length: number, node: Inline) => push(length, { node });

  const readBareLink = ({ start, end, href }: BareLink) => {
    const children = [{ type: 'text' as const, text: text.slice(start, end) }];
    const before = pieces.at(-1);
    const isEnclosed = before?.text.endsWith('<') && text[end] === '>';
    if (before && isEnclosed) before.text = before.text.slice(0, -1);
    pushNode(end - start + (isEnclosed ? 1 : 0), { type: 'link', href, children });
  };

  /** Two spaces before the end of a line break it; otherwise it is a space to the reader. */
  const readNewline = () => {
    const last = pieces.at(-1);
    const isBreak = last?.text.endsWith('  ');
    if (last) last.text = last.text.trimEnd();
    if (isBreak) pushNode(1, { type: 'break' });
    else pushText(1);
  };

  const readCode = (length: number) => {
    // Knowing the last place of each length, an unclosed one is not searched for again.
    lastBackticks ??= new Map([...text.matchAll(/`+/g)].map((run) => [run[0].length, run.index]));
    const start = at + length;
    if ((lastBackticks.get(length) ?? 0) < start) return pushText(length);
    const backticks = /`+/g;
    backticks.lastIndex = start;
    let run = backticks.exec(text);
    while (run && run[0].length !== length) run = backticks.exec(text);
    const end = run?.index ?? start;
    const code = text.slice(start, end).replaceAll('\n', ' ');
    const isPadded = code.startsWith(' ') && code.endsWith(' ') && code.trim();
    return pushNode(end + length - at, {
      type: 'code',
      text: isPadded ? code.slice(1, -1) : code,
    });
  };

  const readLink = ({ piece, delimiters: first, isImage }: Bracket): boolean => {
    const target = text[at + 1] === '(' && readLinkTarget(text, at + 2);
    if (!target) return false;
    pairDelimiters(delimiters.splice(first));
    // What is around a link cannot be one.
    if (!isImage) brackets.length = 0;
    piece.text = '';
    const href = safeUrl(target.address);
    // The words of a link that we do not open stay.
    if (href !== null) piece.opens.push({ type: isImage ? 'image' : 'link', href });
    push(target.end - at, { closes: href === null ? 0 : 1 });
    return true;
  };

  const closeBracket = () => {
    const bracket = brackets.pop();
    if (!bracket || !readLink(bracket)) pushText(1);
  };

  const readMark = (mark: string) => {
    const { length } = mark;
    switch (mark[0]) {
      case '\n':
        return readNewline();
      case '\\':
        return mark[1] === '\n' ? pushNode(2, { type: 'break' }) : pushText(2, mark[1]);
      case '`':
        return readCode(length);
      case '*':
      case '_': {
        const before = text.charAt(at - 1);
        return delimiters.push(delimiter(pushText(length), before, text.charAt(at)));
      }
      case ']':
        return closeBracket();
      case '&':
        return pushText(length, unescapeMarkdown(mark));
      default:
        if (length > 2) {
          return pushNode(length, { type: 'citation', number: parseInt(mark.slice(1), 10) });
        }
        return brackets.push({
          piece: pushText(length),
          delimiters: delimiters.length,
          isImage: length === 2,
        });
    }
  };

  let mark = findMark(text, 0);
  let link = findBareLink(text, 0);
  while (at < text.length) {
    // Both are looked for only when passed, so that no stretch is searched twice.
    if (mark && mark.index < at) mark = findMark(text, at);
    if (link && link.start < at) link = findBareLink(text, at);
    const next = Math.min(mark?.index ?? text.length, link?.start ?? text.length);
    if (next > at) pushText(next - at);
    else if (link?.start === at) readBareLink(link);
    else if (mark) readMark(mark[0]);
  }
  pairDelimiters(delimiters);
  return inlineTree(pieces);
}

function findMark(text: string, from: number): RegExpExecArray | null {
  MARK.lastIndex = from;
  return MARK.exec(text);
}
