import { z } from 'zod';

const Name = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^\P{Cc}*$/u, 'must be one line');
const Email = z.email().max(254);

/** How a customer says they can be reached. Nobody has checked it. */
export const Contact = z.object({ name: Name.optional(), email: Email.optional() });
export type Contact = z.infer<typeof Contact>;

/** A contact that an answer can be sent to. */
export const EmailContact = z.object({ name: Name.optional(), email: Email });
export type EmailContact = z.infer<typeof EmailContact>;
