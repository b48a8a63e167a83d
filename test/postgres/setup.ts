import type { TestProject } from 'vitest/node';
import { startPostgres } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A database on the PostgreSQL of this run, in which other databases can be made. */
    postgresUrl: string;
  }
}

/** One PostgreSQL for all test files: the one that TEST_DATABASE_URL names, else a new one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given === undefined ? await startPostgres() : null;
  project.provide('postgresUrl', given ?? server?.url ?? '');
  return async () => server?.dispose();
}
