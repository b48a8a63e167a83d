import { fold } from './fold.ts';

/** Whether somebody asks, in any language we ship, to talk to a person instead of the AI agent. */
export function wantsPerson(text: string): boolean {
  return /^(?:a |an )?(?:real |live )?(?:human|agent|person)(?: please)?$/.test(fold(text));
}
