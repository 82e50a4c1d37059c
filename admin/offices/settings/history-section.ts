import { html } from 'lit'
import type { Section } from './section.ts'
import './settings-history.ts'

export const historySection: Section = {
  id: 'history',
  title: (wording) => wording.settings.history.title,
  render: ({ settings }) => html`<settings-history .revision=${settings.revision}></settings-history>`,
}
