import type { ReactNode } from 'react';

/** The product's own shapes. They carry meaning together with a word and are hidden from screen readers. */
const shapes = {
  logo: [
    28,
    <>
      <circle cx="14" cy="14" r="12" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M14 2v3.5M14 22.5V26M2 14h3.5M22.5 14H26" stroke="currentColor" strokeWidth="2" />
      <circle cx="14" cy="10.6" r="2.5" fill="currentColor" />
      <circle cx="10.7" cy="16.4" r="2.5" fill="currentColor" />
      <circle cx="17.3" cy="16.4" r="2.5" fill="currentColor" />
    </>,
  ],
  valid: [
    16,
    <>
      <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M5.2 8.2l2 2 3.7-4.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </>,
  ],
  soon: [
    16,
    <>
      <path d="M8 2L14.6 13.6H1.4z" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
      <path d="M8 6.2v3.6" stroke="currentColor" strokeWidth="1.6" />
      <circle cx="8" cy="11.7" r=".95" fill="currentColor" />
    </>,
  ],
  expired: [
    16,
    <>
      <path d="M8 1.4L14.6 8 8 14.6 1.4 8z" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
      <path d="M8 4.8v3.9" stroke="currentColor" strokeWidth="1.6" />
      <circle cx="8" cy="10.7" r=".95" fill="currentColor" />
    </>,
  ],
  lapsed: [
    16,
    <>
      <path d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2z" fill="currentColor" />
      <path d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8" stroke="var(--kv-lapsed-fill)" strokeWidth="1.7" />
    </>,
  ],
  none: [
    16,
    <>
      <rect x="2" y="2" width="12" height="12" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M4.5 11.5l7-7" stroke="currentColor" strokeWidth="1.5" />
    </>,
  ],
  unknown: [
    16,
    <>
      <path d="M5.4 6.1c0-1.6 1.1-2.6 2.6-2.6s2.6 1 2.6 2.4c0 1.9-2.5 2-2.5 4" fill="none" stroke="currentColor" strokeWidth="1.7" />
      <circle cx="8.1" cy="12.4" r="1.05" fill="currentColor" />
    </>,
  ],
  left: [
    16,
    <>
      <path d="M2.5 8h8.5M8 4.8L11.2 8 8 11.2" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M13.7 3v10" stroke="currentColor" strokeWidth="1.5" />
    </>,
  ],
  plan: [
    16,
    <>
      <rect x="2.5" y="2" width="11" height="12" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M5 6h6M5 8.5h6M5 11h3.5" stroke="currentColor" strokeWidth="1.3" />
    </>,
  ],
  exempt: [
    16,
    <>
      <path d="M2.5 3.2L8 1.5l5.5 1.7v4.3c0 3.4-2.3 5.7-5.5 7-3.2-1.3-5.5-3.6-5.5-7z" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </>,
  ],
  unbound: [
    16,
    <>
      <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="3 2.4" />
    </>,
  ],
  gold: [
    16,
    <>
      <circle cx="8" cy="4.6" r="2.7" fill="currentColor" />
      <circle cx="4.4" cy="11" r="2.7" fill="currentColor" />
      <circle cx="11.6" cy="11" r="2.7" fill="currentColor" />
    </>,
  ],
  silver: [
    16,
    <>
      <circle cx="4.4" cy="8" r="2.7" fill="currentColor" />
      <circle cx="11.6" cy="8" r="2.7" fill="currentColor" />
    </>,
  ],
  bronze: [16, <circle cx="8" cy="8" r="2.7" fill="currentColor" />],
  sourced: [8, <circle cx="4" cy="4" r="4" fill="currentColor" />],
  computed: [
    8,
    <>
      <circle cx="4" cy="4" r="3.3" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <path d="M4 .7a3.3 3.3 0 010 6.6z" fill="currentColor" />
    </>,
  ],
  assumed: [8, <circle cx="4" cy="4" r="3.3" fill="none" stroke="currentColor" strokeWidth="1.3" />],
  illustrative: [8, <circle cx="4" cy="4" r="3.3" fill="none" stroke="currentColor" strokeWidth="1.3" strokeDasharray="1.75 1.2" />],
  audit: [13, <path d="M6.5 .8L12.2 6.5 6.5 12.2 .8 6.5z" fill="currentColor" stroke="#fff" strokeWidth="1.2" />],
  inbox: [
    16,
    <>
      <path d="M1.5 9L4 3h8l2.5 6v4.5h-13z" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" />
      <path d="M1.5 9h3.8l1 2h3.4l1-2h3.8" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </>,
  ],
  flag: [
    14,
    <>
      <path d="M2 0v14" stroke="currentColor" strokeWidth="2" />
      <path d="M2 1h9.5L9 4l2.5 3H2z" fill="currentColor" />
    </>,
  ],
} as const satisfies Record<string, readonly [number, ReactNode]>;

export type ShapeName = keyof typeof shapes;

export function Icon({ name, size = 14, className }: { name: ShapeName; size?: number; className?: string | undefined }) {
  const [box, shape] = shapes[name];
  return (
    <svg width={size} height={size} viewBox={`0 0 ${box} ${box}`} aria-hidden="true" className={className}>
      {shape}
    </svg>
  );
}
