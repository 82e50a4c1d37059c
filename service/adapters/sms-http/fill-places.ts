import type { SmsConfig } from '../../sms-config.ts'

/** What the places of a gateway's templates stand for in one message. */
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

/** The request for one message. Whatever a message says stays a value where its place stands. */
export function filledRequest({ method, url, headers, body }: SmsConfig, places: Places) {
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
