import type { SmsConfig } from './sms-config.ts'

/** Values for the places of a gateway's templates, for one message. */
export type Places = Readonly<Record<string, string>>

type Escape = (text: string) => string

const inJson: Escape = (text) => JSON.stringify(text).slice(1, -1)
const inHeader: Escape = (text) => text.replace(/[^\x20-\x7e]/g, '')

const filled = (template: string, places: Places, escaped: Escape): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const text = places[name]
    return text === undefined ? whole : escaped(text)
  })

const isJson = (body: string): boolean => /^\s*[[{]/.test(body)

/** The text of a message is always inserted as a value, so that it cannot change the request. */
export function fillRequest({ method, url, headers, body }: SmsConfig, places: Places) {
  const json = body !== null && isJson(body)
  const type = json ? 'application/json' : 'application/x-www-form-urlencoded'
  return {
    url: filled(url, places, encodeURIComponent),
    method,
    headers: {
      ...(body === null ? {} : { 'Content-Type': type }),
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, filled(value, places, inHeader)])),
    },
    body: body === null ? undefined : filled(body, places, json ? inJson : encodeURIComponent),
  }
}
