import { vi } from 'vitest';

/** Whole handoffs with all their waiting: on a busy machine they take longer than a usual test may. */
vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 });
