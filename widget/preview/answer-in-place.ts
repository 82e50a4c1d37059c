import type { TenantView } from '../../service/contract/tenant-view.ts'
import type { FormLanguage } from '../../service/offices/vocabulary.ts'
import { readLanguage } from '../texts/languages.ts'
import previewWording from '../texts/preview.json'

export type UnitByLanguage = Readonly<Partial<Record<FormLanguage, TenantView>>>

const refused = 403

/** Answers every request but the one for the unit. */
const refusal = (language: FormLanguage) =>
  JSON.stringify({ code: 'preview/nothing-sent', detail: previewWording({ language }).nothingSent })

/**
 * Replaces the service, which the frame's policy lets nobody ask. It answers with the unit, and refuses everything else
 * because nothing is sent.
 */
export function answerInPlace(unit: UnitByLanguage): void {
  async function fetchHere(address: RequestInfo | URL, { headers }: RequestInit = {}): Promise<Response> {
    const language = readLanguage(new Headers(headers).get('accept-language') ?? '')
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
    if (name === 'accept-language') this.responseText = refusal(readLanguage(value))
  }
  getResponseHeader() {
    return null
  }
  abort() {}
  send() {
    setTimeout(() => this.onloadend())
  }
}
