/** A box of glass, seen from a corner. */
export function Logo() {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <g fill="none" stroke="var(--accent)" strokeWidth="1.4" strokeLinejoin="round">
        <path d="M12 2 21 7v10l-9 5-9-5V7Z" fill="var(--accent-2)" />
        <path d="M3 7l9 5 9-5M12 12v10" />
        <path d="M12 2v10M3 17l9-5 9 5" opacity=".35" />
      </g>
    </svg>
  );
}
