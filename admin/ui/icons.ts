import { html, type SVGTemplateResult, svg } from 'lit'

const drawn = (shape: SVGTemplateResult) =>
  html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${shape}</svg>`

/** Drawn on a 20 by 20 grid; size and colour come from the text around. Always beside words, or with a label on the button. */
export const icons = {
  list: drawn(svg`<path d="M3 5h14M3 10h14M3 15h9"/>`),
  add: drawn(svg`<path d="M10 4v12M4 10h12"/>`),
  settings: drawn(
    svg`<path d="M3 6h7m4 0h3M3 14h3m4 0h7"/><circle cx="12" cy="6" r="2"/><circle cx="8" cy="14" r="2"/>`,
  ),
  people: drawn(
    svg`<circle cx="7.5" cy="7" r="2.8"/><path d="M2.5 16c.4-3 2.3-4.5 5-4.5s4.6 1.5 5 4.5M13 4.6a2.8 2.8 0 0 1 0 4.8M14.5 12c1.7.6 2.7 2 3 4"/>`,
  ),
  person: drawn(svg`<circle cx="10" cy="6.5" r="3"/><path d="M4 17c.5-3.5 2.7-5.2 6-5.2s5.5 1.7 6 5.2"/>`),
  mail: drawn(svg`<rect x="2.5" y="4.5" width="15" height="11" rx="1.5"/><path d="m3 6 7 5 7-5"/>`),
  building: drawn(svg`<path d="M3 17h14M4.5 17V8M15.5 17V8M8 17v-6M12 17v-6M2.5 8 10 3l7.5 5z"/>`),
  search: drawn(svg`<circle cx="9" cy="9" r="5"/><path d="m13 13 4 4"/>`),
  clock: drawn(svg`<circle cx="10" cy="10" r="7"/><path d="M10 6v4.3l2.8 1.7"/>`),
  pause: drawn(svg`<circle cx="10" cy="10" r="7"/><path d="M8.2 7.5v5M11.8 7.5v5"/>`),
  alert: drawn(svg`<path d="M10 3 18 16.5H2zM10 8v4M10 14.3v.2"/>`),
  note: drawn(svg`<path d="M4 3.5h12v9l-4 4H4zM12 16.5v-4h4M7 7.5h6M7 10.5h4"/>`),
  bell: drawn(svg`<path d="M5 13.5V9a5 5 0 0 1 10 0v4.5l1.5 2h-13zM8.2 17.5h3.6"/>`),
  check: drawn(svg`<path d="m4 10.5 4 4 8-9"/>`),
  key: drawn(svg`<circle cx="6.5" cy="13.5" r="3.5"/><path d="m9 11 7.5-7.5M13.5 6.5 16 9"/>`),
  lock: drawn(svg`<rect x="4.5" y="9" width="11" height="8" rx="1.5"/><path d="M7 9V6.5a3 3 0 0 1 6 0V9"/>`),
  eye: drawn(
    svg`<path d="M2 10c2-3.6 4.7-5.4 8-5.4s6 1.8 8 5.4c-2 3.6-4.7 5.4-8 5.4S4 13.6 2 10z"/><circle cx="10" cy="10" r="2.4"/>`,
  ),
  hidden: drawn(
    svg`<path d="M3 3l14 14M6 5.7C4.4 6.7 3 8.2 2 10c2 3.6 4.7 5.4 8 5.4 1.4 0 2.7-.3 3.9-1M9 4.7c3.7-.4 6.8 1.4 9 5.3-.5.9-1.1 1.7-1.7 2.4"/>`,
  ),
  file: drawn(svg`<path d="M5 2.5h6.5L15.5 6.5v11H5zM11 2.5V7h4.5"/>`),
  image: drawn(
    svg`<rect x="3" y="4" width="14" height="12" rx="1.5"/><circle cx="7.5" cy="8.5" r="1.4"/><path d="m3.5 15 4.5-4.2 3 2.7 2.6-2.2 3 2.7"/>`,
  ),
  download: drawn(svg`<path d="M10 3v9m-3.8-3.5L10 12.3l3.8-3.8M4 16.5h12"/>`),
  print: drawn(svg`<path d="M6 7V3h8v4M6 14H3V7h14v7h-3M6 12h8v5H6z"/>`),
  send: drawn(svg`<path d="M17 3 9 11M17 3l-5 14-3-6-6-3z"/>`),
  chat: drawn(svg`<path d="M3 4.5h14v9.5H9l-4 3v-3H3z"/>`),
  history: drawn(svg`<path d="M3.5 10a6.5 6.5 0 1 0 2-4.7L3.5 7.2M3.5 3.5v3.7h3.7M10 6.5V10l2.5 1.5"/>`),
  left: drawn(svg`<path d="m12 4-6 6 6 6"/>`),
  right: drawn(svg`<path d="m8 4 6 6-6 6"/>`),
  up: drawn(svg`<path d="m4 12 6-6 6 6"/>`),
  down: drawn(svg`<path d="m4 8 6 6 6-6"/>`),
  close: drawn(svg`<path d="m5 5 10 10M15 5 5 15"/>`),
  copy: drawn(svg`<rect x="7" y="7" width="10" height="10" rx="1.5"/><path d="M13 4.5V3H3v10h1.5"/>`),
  menu: drawn(svg`<path d="M3 6h14M3 10h14M3 14h14"/>`),
  leave: drawn(svg`<path d="M8 3H4v14h4M12.5 6.5 16 10l-3.5 3.5M8 10h8"/>`),
  remove: drawn(svg`<path d="M4 6h12M8 6V3.5h4V6M6 6l.7 10.5h6.6L14 6"/>`),
  edit: drawn(svg`<path d="m4 13 9-9 3 3-9 9H4z"/>`),
  chart: drawn(svg`<path d="M3 17h14M5.5 17v-5M10 17V7M14.5 17V3.5"/>`),
  shield: drawn(svg`<path d="M10 2.5 16 5v4.5c0 4-2.5 6.5-6 8-3.5-1.5-6-4-6-8V5z"/>`),
  flag: drawn(svg`<path d="M5 17V3.5h10l-2 3.5 2 3.5H5"/>`),
  returned: drawn(svg`<path d="M7.5 4 3.5 8l4 4M3.5 8H12a4 4 0 0 1 0 8H8"/>`),
  question: drawn(
    svg`<circle cx="10" cy="10" r="7"/><path d="M7.8 8c0-1.3 1-2.1 2.2-2.1s2.2.8 2.2 2c0 1.5-2.2 1.7-2.2 3.3M10 13.8v.2"/>`,
  ),
} as const

export type IconName = keyof typeof icons
