import type { AttachedFile } from '../protocol/message-content.ts';
import type { NewOutboxRow } from '../store/store.ts';
import { post, restOf, type PostBody } from './rows.ts';

/** What an `upload-file` row carries. */
export type UploadBody = { file: AttachedFile };

/** A message as rows: one, or where it is a file two, of which the first uploads it. */
export function posts(handoffId: string, rest: string, body: PostBody, round = 1): NewOutboxRow[] {
  const row = post(handoffId, rest, body, round);
  if (!('file' in body) || !body.file) return [row];
  const { file } = body;
  const upload: UploadBody = { file };
  return [{ kind: 'upload-file', key: row.key, body: JSON.stringify(upload) }, row];
}

/** The result of an upload that did not take place: the file is gone here, or Zendesk does not take it. */
export const NOT_PASSED_ON = '';

/** The message and the file that the row of this key uploads. */
export function uploadKey(key: string): { messageId: string; fileId: string } {
  const [messageId = '', fileId = ''] = restOf({ key }).split('/');
  return { messageId, fileId };
}
