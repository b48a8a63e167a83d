import { useEffect, useState } from 'preact/hooks';
import type { Chat } from '../../chat-type.ts';
import { fetchPicture, troubleOf, type FileTrouble, type Picture } from './pictures.ts';

export type PictureState =
  | { state: 'loading' }
  | { state: 'there'; picture: Picture }
  | { state: 'missing'; trouble: FileTrouble };

/** The picture `file` of the conversation, and what tries again to get it. */
export function usePicture(chat: Chat, file: string, key = file): [PictureState, () => void] {
  const [found, setFound] = useState<PictureState>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let isWanted = true;
    setFound({ state: 'loading' });
    fetchPicture(chat, file, key).then(
      (picture) => isWanted && setFound({ state: 'there', picture }),
      (error: unknown) => isWanted && setFound({ state: 'missing', trouble: troubleOf(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [chat, file, key, attempt]);

  return [found, () => setAttempt(attempt + 1)];
}
