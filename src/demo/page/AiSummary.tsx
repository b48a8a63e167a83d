import { ClockTime } from './ClockTime.tsx';
import { Icon } from './Icon.tsx';
import type { Summary } from './summary.ts';

export function AiSummary({ summary: { message, paragraphs, facts } }: { summary: Summary }) {
  return (
    <section class="summary" aria-label="AI summary">
      <header>
        <h4>
          <Icon name="handoff" />
          Summary from the AI assistant
        </h4>
        <span>
          {message.internal && 'Internal note · '}
          <ClockTime at={message.at} />
        </span>
      </header>
      {paragraphs.map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
      {facts.length > 0 && (
        <dl>
          {facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
