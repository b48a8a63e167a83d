import { fork } from 'node:child_process';
import { built } from './built.ts';
import { Answer, type Ask } from './measured.ts';

/** A server in a process of its own, whose memory and processor time are its own too. */
export interface MeasuredProcess {
  ask(ask: Ask): Promise<Answer>;
  end(): void;
}

const script = await built('stream-server');

export async function measuredProcess(kind: 'ours' | 'bare'): Promise<MeasuredProcess> {
  const child = fork(script, [kind], { execArgv: ['--expose-gc'] });
  const waiting: ((answer: Answer) => void)[] = [];
  child.on('message', (message) => waiting.shift()?.(Answer.parse(message)));
  const answered = () => new Promise<Answer>((resolve) => waiting.push(resolve));
  await answered();
  return {
    ask(ask) {
      const answer = answered();
      child.send(ask);
      return answer;
    },
    end: () => child.disconnect(),
  };
}
