declare module 'commonmark-spec' {
  /** The examples of CommonMark's specification: a text, and the HTML that it means. `→` stands for a tab. */
  export const tests: readonly {
    markdown: string;
    html: string;
    section: string;
    number: number;
  }[];
}
