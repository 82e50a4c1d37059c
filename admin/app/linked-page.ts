import { html, type TemplateResult } from 'lit'

/** A page with the script that brings it to life. */
export interface LazyPage {
  load(): Promise<unknown>
  readonly page: TemplateResult
}

/** Pages that a mailed link opens for somebody who cannot sign in yet. The secret stands in the fragment, which no log sees. */
const linkedPages: Readonly<Record<string, (token: string) => LazyPage>> = {
  invitation: (token) => ({
    load: () => import('../account/sign-in/invitation-page.ts'),
    page: html`<invitation-page token=${token}></invitation-page>`,
  }),
  reset: (token) => ({
    load: () => import('../account/sign-in/reset-page.ts'),
    page: html`<reset-page token=${token}></reset-page>`,
  }),
}

const readLink = (fragment: string) => /^#\/(invitation|reset)\/([^/]+)$/.exec(fragment)

/** Returns the page of `#/invitation/…` or `#/reset/…`; `null` for any other fragment. */
export function linkedPageOf(fragment: string): LazyPage | null {
  const [, name = '', token = ''] = readLink(fragment) ?? []
  return linkedPages[name]?.(token) ?? null
}

export const isInvitation = (fragment: string): boolean => readLink(fragment)?.[1] === 'invitation'
