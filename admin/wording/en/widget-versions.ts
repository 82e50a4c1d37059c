import type { widgetVersions as WidgetVersions } from '../id/widget-versions.ts'

export const widgetVersions: typeof WidgetVersions = {
  heading: 'Widget versions',
  intro:
    'An office’s page can name one version; its content never changes. A withdrawn version shows on no page any more: visitors see a link to the form at this service.',
  loading: 'Loading versions…',
  list: 'Widget versions',
  emptyHeading: 'No fixed version yet',
  emptyText: 'All pages use the moving version.',
  newest: 'newest',
  withdrawn: (date) => `withdrawn ${date}`,
  withdraw: 'Withdraw',
  withdrawOf: (version) => `Withdraw version ${version}`,
  withdrawText: 'It holds at once, also for browsers that have kept the script.',
  reason: 'Why it is withdrawn',
  allow: 'Use again',
  allowOf: (version) => `Use version ${version} again`,
  done: (version) => `Version ${version} is withdrawn.`,
  allowed: (version) => `Version ${version} is used again.`,
}
