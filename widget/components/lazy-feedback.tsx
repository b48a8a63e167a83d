import type { FeedbackProps } from './Feedback.tsx';
import { lazy } from './lazy.tsx';

/** Until it is there, what else can be done with the answer. */
export const Feedback = lazy<FeedbackProps>(
  async () => (await import('./Feedback.tsx')).Feedback,
  ({ children }) => <>{children}</>,
);
