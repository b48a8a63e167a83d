import { useSignal, type ReadonlySignal, type Signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { AgentWorkspace } from './AgentWorkspace.tsx';
import { CustomerSite } from './CustomerSite.tsx';
import { isWaiting } from './queue.ts';
import { shopAddress } from './shop-address.ts';
import { Tabs, type Tab } from './Tabs.tsx';
import type { Theme } from './theme.ts';
import { TopBar } from './TopBar.tsx';
import type { Workspace } from './workspace.ts';

type Props = {
  workspace: Workspace;
  theme: Signal<Theme>;
  language: Signal<string>;
  isNarrow: ReadonlySignal<boolean>;
  /** Milliseconds since 1970, once a second. */
  now: ReadonlySignal<number>;
  address: URL;
  storage: Pick<Storage, 'getItem' | 'setItem'>;
};

const TAB_KEY = 'baton-demo:tab';

/** The customer's site and the agent's workspace side by side; one at a time, under tabs, where there is no room. */
export function DemoPage(props: Props) {
  const { workspace, theme, language, isNarrow, now, address, storage } = props;
  const shownTab = useSignal(storage.getItem(TAB_KEY) ?? 'site');
  const visit = useSignal({ number: 0, isNewVisitor: false });
  const { snapshot, arrived } = workspace;
  const waiting = snapshot.value?.tickets.filter(isWaiting).length ?? 0;

  // Not for another language: the chat in the shop changes it while it runs.
  const shop = useMemo(() => {
    const { isNewVisitor } = visit.value;
    return shopAddress(address, { theme: theme.value, language: language.value, isNewVisitor });
  }, [visit.value]);

  const tabs: Tab[] = [
    {
      id: 'site',
      name: 'Customer site',
      // Another key is another iframe: the shop is loaded again.
      content: <CustomerSite key={visit.value.number} address={shop} language={language.value} />,
    },
    {
      id: 'workspace',
      name: 'Agent workspace',
      badge: waiting,
      content: <AgentWorkspace workspace={workspace} now={now} />,
    },
  ];

  async function reset(): Promise<void> {
    if (!(await workspace.reset())) return;
    visit.value = { number: visit.value.number + 1, isNewVisitor: true };
  }

  function choose(chosen: Theme): void {
    theme.value = chosen;
    // The shop is loaded again for its theme, and keeps the chat.
    visit.value = { ...visit.value, isNewVisitor: false };
  }

  return (
    <>
      <TopBar
        language={language.value}
        onLanguage={(chosen) => (language.value = chosen)}
        theme={theme.value}
        onTheme={choose}
        onReset={() => void reset()}
      />
      <main>
        <Tabs
          tabs={tabs}
          areTabs={isNarrow.value}
          shown={shownTab.value}
          onShow={(id) => {
            shownTab.value = id;
            storage.setItem(TAB_KEY, id);
          }}
        />
      </main>
      <output class="unseen">
        {arrived.value && (
          <span key={arrived.value.id}>New chat waiting: {arrived.value.subject}.</span>
        )}
      </output>
    </>
  );
}
