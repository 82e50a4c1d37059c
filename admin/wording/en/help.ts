import type { help as id } from '../id/help.ts'

export const help: typeof id = {
  open: 'Help for this page (in Indonesian)',
  whole: (guide) => `Whole guide: ${guide}`,
  print: 'Download as PDF',
}
