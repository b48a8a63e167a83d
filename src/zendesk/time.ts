import { z } from 'zod';

/** A moment in whatever form Zendesk writes it, as `2026-11-23T10:00:00.000Z`, so that moments sort as text. */
export const Time = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)))
  .transform((text) => new Date(text).toISOString());
