/** A bridge that beats: the sign of the program, in the colour of the words around it. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="3 3 26 26" aria-hidden="true" style={{ flexShrink: 0 }}>
      <path
        d="M4 22h24M6 22c2-8 6-12 10-12s8 4 10 12M16 10v12M10.5 13.5V22M21.5 13.5V22"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
    </svg>
  );
}
