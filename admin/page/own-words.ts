import { html, type TemplateResult } from 'lit'
import type { WholeTenantView } from '../../service/contract/tenant-view.ts'

/** A text of the unit as the page's language shows it: one that stays Indonesian says so to programs that read aloud. */
export const ownWords = (
  { inIndonesian = [] }: Pick<WholeTenantView, 'inIndonesian'>,
  text: string,
): string | TemplateResult => (inIndonesian.includes(text) ? html`<span lang="id">${text}</span>` : text)
