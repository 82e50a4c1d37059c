import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Carrier, OutboundMessage } from '../../service/notices/channels/notice-channel.ts'

export interface Provider {
  readonly carrier: Carrier
  /** A message to an address of the channel's kind. */
  message(details?: Partial<OutboundMessage>): OutboundMessage
  /** Pieces of that address in every spelling that a provider might tell it in. */
  readonly personal: readonly string[]
  /** What reached a mailbox; a repeat that the recipient never sees does not count. */
  delivered(): Promise<readonly { readonly subject?: string; readonly text: string }[]>
  /** Refuses connections from now on. */
  goAway(): Promise<void>
  close(): Promise<void>
}

export interface Troubles {
  /** The provider drops what comes again under one key. */
  readonly honoursKeys: boolean
  /** Takes messages and loses the answer, where the provider drops repeats. */
  readonly loseAnswer?: (provider: Provider) => void
  /** Takes messages and answers none, where there is a connection that can hang. */
  readonly hang?: (provider: Provider) => void
  readonly answered: readonly Trouble[]
}

export interface Trouble {
  readonly name: string
  readonly begin: (provider: Provider) => void | Promise<void>
  readonly expected: Readonly<Record<string, unknown>>
}

/** What every channel promises to the deliverer, whatever provider is behind it. */
export function channelConformance(
  name: string,
  start: () => Promise<Provider>,
  { honoursKeys, loseAnswer, hang, answered }: Troubles,
): void {
  describe(`the channel over ${name}`, () => {
    let provider: Provider
    beforeEach(async () => {
      provider = await start()
    })
    afterEach(async () => {
      provider.carrier.close()
      await provider.close()
    })

    it('delivers subject and text as they were written', async () => {
      const message = provider.message()
      expect(await provider.carrier.send(message)).toMatchObject({ outcome: 'accepted' })

      const [delivered] = await provider.delivered()
      if (delivered?.subject !== undefined) expect(delivered.subject).toBe(message.subject)
      expect(delivered?.text.trim()).toBe(message.text.trim())
    })

    it('tells no address when a message was taken', async () => {
      const { answer } = await provider.carrier.send(provider.message())
      for (const piece of provider.personal) expect(answer).not.toContain(piece)
    })

    if (honoursKeys)
      it('delivers a message once that is sent twice under one key', async () => {
        const message = provider.message()
        await provider.carrier.send(message)
        expect(await provider.carrier.send(message)).toMatchObject({ outcome: 'accepted' })
        expect(await provider.delivered()).toHaveLength(1)
      })

    if (loseAnswer) {
      it('answers that it may work later when the answer was lost, and delivers once when tried again', async () => {
        const message = provider.message()
        loseAnswer(provider)
        expect(await provider.carrier.send(message)).toMatchObject({ outcome: 'failed_for_now' })
        expect(await provider.carrier.send(message)).toMatchObject({ outcome: 'accepted' })
        expect(await provider.delivered()).toHaveLength(1)
      })
    }

    it('delivers many messages at once, each one', async () => {
      const messages = Array.from({ length: 12 }, () => provider.message())
      const answers = await Promise.all(messages.map((message) => provider.carrier.send(message)))
      expect(answers.map(({ outcome }) => outcome)).toEqual(messages.map(() => 'accepted'))
      expect(await provider.delivered()).toHaveLength(12)
    })

    it('answers that it may work later when the provider is gone', async () => {
      await provider.goAway()
      expect(await provider.carrier.send(provider.message())).toMatchObject({ outcome: 'failed_for_now' })
    })

    if (hang) {
      it('answers soon after it is told not to wait any longer', async () => {
        hang(provider)
        const patience = new AbortController()
        const sending = provider.carrier.send(provider.message({ signal: patience.signal }))
        patience.abort()
        expect(await sending).toMatchObject({ outcome: 'failed_for_now', reason: 'no_answer' })
      })
    }

    it.each(answered)('answers, and tells no address, when the provider $name', async ({ begin, expected }) => {
      await begin(provider)
      const answer = await provider.carrier.send(provider.message())
      expect(answer).toMatchObject(expected)
      for (const piece of provider.personal) expect(answer.answer).not.toContain(piece)
      expect([...answer.answer].length).toBeLessThanOrEqual(200)
      expect(await provider.delivered()).toHaveLength(0)
    })
  })
}
