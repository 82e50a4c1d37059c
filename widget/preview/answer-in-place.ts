import type { TenantView } from '../../service/contract/tenant-view.ts'
import type { FormLanguage } from '../../service/offices/vocabulary.ts'
import { previewMessages } from './wording.ts'

/** A unit as a form in each of its languages gets it. */
export type UnitByLanguage = Readonly<Partial<Record<FormLanguage, TenantView>>>

const refused = 403

/** What a form is told that asks for anything but the unit. */
const refusal = (language: FormLanguage) =>
  JSON.stringify({ code: 'preview/nothing-sent', detail: previewMessages[language].nothingSent })

const languageOf = (headers: HeadersInit | undefined) =>
  (new Headers(headers).get('accept-language') ?? 'id') as FormLanguage

/**
 * Answers in the place of the service, of which the frame's policy lets nothing be asked: who the unit is, and to all
 * else that nothing is sent.
 */
export function answerInPlace(unit: UnitByLanguage): void {
  async function fetchHere(address: RequestInfo | URL, { headers }: RequestInit = {}): Promise<Response> {
    const language = languageOf(headers)
    const isUnit = new URL(String(address)).searchParams.has('widget')
    return isUnit ? Response.json(unit[language] ?? unit.id) : new Response(refusal(language), { status: refused })
  }
  Object.assign(window, { fetch: fetchHere, XMLHttpRequest: NothingSent })
}

/** As much of an `XMLHttpRequest` as an upload uses. */
class NothingSent {
  readonly upload = {}
  readonly status = refused
  responseText = refusal('id')
  onloadend = () => {}

  open() {}
  setRequestHeader(name: string, value: string) {
    if (name === 'accept-language') this.responseText = refusal(value as FormLanguage)
  }
  getResponseHeader() {
    return null
  }
  abort() {}
  send() {
    setTimeout(() => this.onloadend())
  }
}
