const PATHS = {
  /** A speech bubble whose line is dashed first and solid then, as a chat that goes from the AI agent to a person. */
  baton: (
    <>
      <path d="M11 4H8a5 5 0 0 0-5 5v3a5 5 0 0 0 3 4.6" stroke-dasharray="2.4 3" />
      <path d="M13 4h3a5 5 0 0 1 5 5v3a5 5 0 0 1-5 5h-5l-4.5 3.2v-3.4" />
    </>
  ),
  handoff: (
    <>
      <circle cx="8" cy="12" r="4.5" />
      <circle cx="16" cy="12" r="4.5" />
    </>
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7.5V12l3 2" />
    </>
  ),
};

/** Decoration only: what it means stands beside it in words. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      {PATHS[name]}
    </svg>
  );
}
