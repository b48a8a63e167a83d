import { existsSync, readFileSync } from 'node:fs';
import { EnvironmentError } from './environment.ts';
import { Settings } from './protocol/settings.ts';

const DEFAULT_FILE = 'baton.config.json';

/** Reads the settings file; the defaults if none was named and none is there. Unknown and wrong settings are errors. */
export function readSettings(file: string | undefined): Settings {
  const path = file ?? DEFAULT_FILE;
  if (file === undefined && !existsSync(path)) return Settings.parse({});
  const result = Settings.safeParse(readJson(path));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.join('.') || 'the whole file';
  throw new EnvironmentError(`${path}: ${where}: ${issue?.message ?? 'is not valid'}.`);
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new EnvironmentError(`CONFIG names ${path}, which cannot be read.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new EnvironmentError(`${path} is not JSON.`);
  }
}
