import { signal } from '@preact/signals';
import { render } from 'preact';
import { DemoPage } from './DemoPage.tsx';
import './looks.css';
import './page.css';
import './agent-workspace.css';
import { createLanguage } from './language.ts';
import { createTheme } from './theme.ts';
import { createWorkspace } from './workspace.ts';
import { createWorkspaceApi } from './workspace-api.ts';

const narrowScreen = matchMedia('(max-width: 860px)');
const isNarrow = signal(narrowScreen.matches);
narrowScreen.addEventListener('change', ({ matches }) => (isNarrow.value = matches));

const now = signal(Date.now());
setInterval(() => (now.value = Date.now()), 1000);

const workspace = createWorkspace(createWorkspaceApi('/zendesk-simulator'), sessionStorage);
workspace.follow();

const root = document.getElementById('demo');
if (root) {
  render(
    <DemoPage
      workspace={workspace}
      theme={createTheme(localStorage, document.documentElement)}
      language={createLanguage(localStorage)}
      isNarrow={isNarrow}
      now={now}
      address={new URL(location.href)}
      storage={sessionStorage}
    />,
    root,
  );
}
