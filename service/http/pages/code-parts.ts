import { html } from 'hono/html'
import type { Page } from './page.ts'

export const code = (text: string): Page => html`<pre class="code"><code>${text}</code></pre>`

/** Text between backticks becomes code. */
export const withCode = (text: string): Page =>
  html`${text.split('`').map((part, at) => (at % 2 === 0 ? part : html`<code>${part}</code>`))}`
