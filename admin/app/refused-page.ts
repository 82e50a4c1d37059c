import { html } from 'lit'
import { ACCOUNT } from '../page/addresses.ts'
import '../ui/empty-state.ts'
import type { Wording } from '../wording/wording.ts'

export const renderRefusal = (heading: string, text: string, wording: Wording) =>
  html`<h1 class="unseen">${heading}</h1>
    <ui-empty icon="question" .heading=${heading} .text=${text}><a href="/admin/">${wording.app.home}</a></ui-empty>`

export const renderLeadToFactor = ({ account }: Wording, heading: string, text: string) =>
  html`<h1 class="unseen">${heading}</h1>
    <ui-empty icon="shield" .heading=${heading} .text=${text}>
      <a class="button primary" href=${ACCOUNT}>${account.neededAction}</a>
    </ui-empty>`
