export type Doorbell = {
  ring(conversationIds: Iterable<string>): void;
  subscribe(listener: (conversationId: string) => void): () => void;
};

/** Tells listeners which conversations have something new. One that throws disturbs neither the others nor the caller. */
export function doorbell(): Doorbell {
  const listeners = new Set<(conversationId: string) => void>();
  return {
    ring(conversationIds) {
      for (const conversationId of conversationIds) {
        for (const listener of listeners) {
          try {
            listener(conversationId);
          } catch (error) {
            // Reported as an error that nobody caught, the way event targets do it.
            process.nextTick(() => {
              throw error;
            });
          }
        }
      }
    },
    subscribe(listener) {
      const own = (conversationId: string) => listener(conversationId);
      listeners.add(own);
      return () => listeners.delete(own);
    },
  };
}
