/** The same object with something around every asynchronous method, also around those that will be added to it. */
export function wrapMethods<T extends object>(
  target: T,
  around: (name: string, work: () => Promise<unknown>) => Promise<unknown>,
): T {
  return new Proxy(target, {
    get(_target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...given: unknown[]) =>
        around(String(name), async () => Reflect.apply(method, target, given));
    },
  });
}
