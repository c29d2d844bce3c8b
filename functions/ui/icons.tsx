/** Line icons (24 × 24), decoration beside a label. */
export const iconPaths = {
  alert: 'M12 4 21 19.5H3zM12 10v4.5M12 17v.1',
  phone:
    'M5.5 3.8H9l1.6 4.3-2 1.6a11.5 11.5 0 0 0 5.7 5.7l1.6-2 4.3 1.6v3.5c0 1-.8 1.8-1.8 1.8A14.7 14.7 0 0 1 3.7 5.6c0-1 .8-1.8 1.8-1.8z',
  leave: 'M14 4H5v16h9M10 12h10M17 8.5l3.5 3.5-3.5 3.5',
  print: 'M7 9V4h10v5M6.5 17.5H4V9.5h16v8h-2.5M7 14h10v6.5H7z',
  write: 'M4 20.5h16M7 16.5l.7-3.7 9-9 3 3-9 9zM14.5 6l3 3',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3.2 2',
  hands:
    'M5 12.5V20h3.5M5 12.5l4-2.2 4.5 1.7c1.5.6 1.2 2.6-.4 2.5l-3-.2M13.5 14.3l5-2.3c1.7-.7 2.7 1.2 1.3 2.2L13 19.5l-4.5-1',
  done: 'M4.5 12.5l5 5L19.5 7',
  flat: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM8 12h8',
  book: 'M4 5.8c3-1.3 5.5-.9 8 1 2.5-1.9 5-2.3 8-1V19c-3-1.2-5.5-.8-8 1-2.5-1.8-5-2.2-8-1zM12 7v12.5',
  talk: 'M3.5 5h12v8.5h-6l-3.5 3v-3H3.5zM18.5 9h2v8h-2v3l-3.5-3h-4',
  lane: 'M4 21V7l5-2.5V21M20 21V7l-5-2.5V21M3 7l7-3.5M21 7l-7-3.5M11 20.5h2M11 16.5h2M11.3 12.5h1.4',
  camera: 'M4 8h4l1.5-2.2h5L16 8h4v11H4zM12 10.2a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  scales: 'M12 4v16M7 20h10M5 7h14M5 7l-2.5 6a2.6 2.6 0 0 0 5 0zM19 7l-2.5 6a2.6 2.6 0 0 0 5 0z',
  house: 'M3 11.5 12 4l9 7.5M5.5 9.8V20h13V9.8M10 20v-5.5h4V20',
  money: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM8.5 8l3.5 4.5L15.5 8M8.5 13h7M8.5 15.5h7M12 12.5V18',
  land: 'M3 20h18M5 20V9l7-4 7 4v11M9 20v-7h6v7',
  shield: 'M12 3.5l7.5 3v5.5c0 4.5-3 7.5-7.5 9-4.5-1.5-7.5-4.5-7.5-9V6.5zM12 8.5v4.5M12 16v.1',
  go: 'M9 5l7 7-7 7',
} as const

export type IconName = keyof typeof iconPaths

/** A decorative icon, hidden from screen readers. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={iconPaths[name]} />
  </svg>
)
