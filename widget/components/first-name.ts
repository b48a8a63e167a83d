/** The first word of a name: `Maya Okafor` → `Maya`. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? '';
}
