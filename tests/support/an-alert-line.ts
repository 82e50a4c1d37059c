import { onTestFinished } from 'vitest'
import type { AlertEvent } from '../../service/contract/messages.ts'

interface Told {
  readonly id: string
  readonly alerts: AlertEvent
}

/** An open line, as a browser reads it: every event that came, and whether the service has ended it. */
export async function anAlertLine(url: string, headers: Readonly<Record<string, string>>) {
  const leaving = new AbortController()
  const response = await fetch(`${url}/api/v1/tenants/bagian-organisasi/alerts/events`, {
    headers,
    signal: leaving.signal,
  })
  onTestFinished(() => leaving.abort())
  const events: Told[] = []
  let text = ''
  let isOver = false
  const reading = async () => {
    for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += piece
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      events.push(...blocks.flatMap(readBlock))
    }
  }
  if (response.ok) {
    void reading()
      .catch(() => {})
      .finally(() => {
        isOver = true
      })
  }
  return {
    response,
    events,
    last: () => events.at(-1)?.alerts,
    isOver: () => isOver,
    leave: () => leaving.abort(),
  }
}

function readBlock(block: string): Told[] {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
  const told = field('data')
  if (told === undefined) return []
  if (field('event') !== 'alerts') throw new Error(`An event of another name: ${block}`)
  return [{ id: field('id') ?? '', alerts: JSON.parse(told) as AlertEvent }]
}
