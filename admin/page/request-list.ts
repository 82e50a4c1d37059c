import { html, type TemplateResult } from 'lit'
import type { IconName } from '../ui/icons.ts'

interface RequestListWording {
  readonly heading: string
  readonly intro: string
  readonly list: string
  readonly emptyHeading: string
  readonly emptyText: string
}

/** Lists waiting requests, or says that there are none. */
export const requestList = (
  { list, emptyHeading, emptyText }: RequestListWording,
  icon: IconName,
  requests: readonly TemplateResult[],
): TemplateResult =>
  requests.length === 0
    ? html`<ui-empty icon=${icon} heading=${emptyHeading} text=${emptyText}></ui-empty>`
    : html`<ul class="plain list" aria-label=${list}>${requests.map((request) => html`<li>${request}</li>`)}</ul>`
