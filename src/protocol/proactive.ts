import { z } from 'zod';

/** What the AI agent says to visitors who have been on a page for a while, in the site's own words. */
export const Proactive = z.strictObject({
  message: z.string().trim().min(1).max(300),
  afterSeconds: z.int().min(20).max(3600).default(30),
  /** Only on these pages, by their path; `*` stands for anything, such as `/teapots/*`. */
  onUrl: z.string().startsWith('/').max(300).optional(),
});
