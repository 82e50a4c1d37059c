import type { shortcuts as words } from '../id/shortcuts.ts'

export const shortcuts: typeof words = {
  heading: 'Keyboard shortcuts',
  single: 'Use single-letter shortcuts',
  singleHint:
    'Switch them off if you dictate or often press keys by mistake. Ctrl+K goes on working. Remembered in this browser.',
  groups: { anywhere: 'Anywhere', register: 'In the register', case: 'In a complaint', go: 'Go to' },
  keys: {
    palette: 'Find a page, a complaint or an act',
    help: 'Show this list',
    guide: 'Help for this page',
    search: 'Search the register',
    next: 'Next line',
    previous: 'Previous line',
    open: 'Open the line',
    pick: 'Choose the line',
    acts: 'To the acts',
    message: 'Write to the reporter',
    note: 'Write a note among staff',
    up: 'Back to the register',
  },
  palette: 'Find a command',
  placeholder: 'Complaint number, page or act',
  list: 'Commands',
  page: 'Page',
  act: 'Act',
  openCase: (number) => `Open complaint ${number}`,
  searchFor: (text) => `Search the register for “${text}”`,
  searchPlace: (text) => `Search the register for “${text}” in the place of the event`,
  found: (commands) => (commands === 1 ? '1 command' : `${commands} commands`),
}
