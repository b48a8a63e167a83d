/** What went wrong with a language model. */
export type ModelTrouble =
  | 'key'
  | 'name'
  | 'address'
  | 'request'
  | 'busy'
  | 'slow'
  | 'cut'
  | 'unreadable';

const WORDS: Record<ModelTrouble, string> = {
  key: 'MODEL_API_KEY was refused: set it to a valid key of this provider',
  name: 'MODEL_NAME or MODEL_BASE_URL is wrong: the provider has nothing there',
  address: 'MODEL_BASE_URL cannot be reached, or the connection to it broke',
  request: 'the request was refused: MODEL_NAME has to be a chat model that can call tools',
  busy: 'the provider is overloaded, or the quota of MODEL_API_KEY is used up',
  slow: 'the model did not answer in time',
  cut: 'the answer broke off',
  unreadable: 'the answer could not be read: check MODEL_PROVIDER and MODEL_BASE_URL',
};

/** A language model failed. For the operator: names the variable to fix, and never repeats what the provider said. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly trouble: ModelTrouble;
  readonly status: number | undefined;

  constructor(trouble: ModelTrouble, status?: number) {
    super(status === undefined ? WORDS[trouble] : `${WORDS[trouble]} (status ${status})`);
    this.trouble = trouble;
    this.status = status;
  }
}
