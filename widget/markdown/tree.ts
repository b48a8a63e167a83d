/** A part of an answer that stands on its own lines. */
export type Block =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | {
      readonly type: 'heading';
      /** 1 to 3. */
      readonly level: number;
      readonly children: readonly Inline[];
    }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      /** The number of the first item; 1 for a list without numbers. */
      readonly start: number;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'quote'; readonly children: readonly Block[] }
  | { readonly type: 'rule' }
  | {
      readonly type: 'table';
      readonly header: readonly Cell[];
      /** A row may have fewer cells than the header, never more. */
      readonly rows: readonly (readonly Cell[])[];
    };

export type Cell = readonly Inline[];

/**
 * A part of a line. Every `href` here has passed `safeUrl`; a link that did not is only its text.
 * No link holds another link, an image or a citation, and no two text parts are neighbours.
 */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong'; readonly children: readonly Inline[] }
  | { readonly type: 'emphasis'; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly type: 'image'; readonly href: string; readonly alt: string }
  | { readonly type: 'break' }
  | { readonly type: 'citation'; readonly number: number };
