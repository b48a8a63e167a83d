import { signal } from '@preact/signals';
import { cleanup, render } from '@testing-library/preact';
import { createLanguage } from '../../../src/demo/page/language.ts';
import { createTheme } from '../../../src/demo/page/theme.ts';
import { DemoPage } from '../../../src/demo/page/DemoPage.tsx';
import { createWorkspace } from '../../../src/demo/page/workspace.ts';
import { type fakeSimulator, memoryStorage, NOW } from './fake-simulator.ts';

type Options = { isNarrow?: boolean; storage?: ReturnType<typeof memoryStorage> };

/** Opens the demo page on a simulator, or opens it again with the storage of before. */
export function openDemo(
  simulator: ReturnType<typeof fakeSimulator>,
  { isNarrow = false, storage = memoryStorage() }: Options = {},
) {
  cleanup();
  const now = signal(NOW);
  const workspace = createWorkspace(simulator.api, storage);
  workspace.follow();
  render(
    <DemoPage
      workspace={workspace}
      theme={createTheme(storage, document.documentElement)}
      language={createLanguage(storage)}
      isNarrow={signal(isNarrow)}
      now={now}
      address={new URL('http://localhost:3000/')}
      storage={storage}
    />,
  );
  return { now, storage };
}
