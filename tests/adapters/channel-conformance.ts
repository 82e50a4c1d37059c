import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Carrier, OutboundMessage } from '../../service/offices/channels/notice-channel.ts'

export interface Provider {
  readonly carrier: Carrier
  /** A message to an address of the channel's kind. */
  message(details?: Partial<OutboundMessage>): OutboundMessage
  /** Pieces of that address in every spelling that a provider might tell it in. */
  readonly personal: readonly string[]
  /** What reached a mailbox; a repeat that the recipient never sees does not count. */
  delivered(): Promise<readonly Delivered[]>
  /** Refuses connections from now on. */
  goAway(): Promise<void>
  close(): Promise<void>
}

interface Delivered {
  readonly subject?: string
  readonly text: string
  /** To whom it went, where the provider goes by addresses in headers. */
  readonly recipients?: readonly string[]
}

export interface Troubles {
  /** The provider drops what comes again under one key. */
  readonly honoursKeys: boolean
  /** What it answers when all is well; `kept` where no provider is behind it. */
  readonly takes?: 'accepted' | 'kept'
  /** Takes messages and loses the answer, where the provider drops repeats. */
  readonly loseAnswer?: (provider: Provider) => void
  /** Takes messages and answers none, where there is a connection that can hang. */
  readonly hang?: (provider: Provider) => void
  /** Ways to begin an answer that never ends, where there is such a thing. */
  readonly neverDone?: readonly { readonly name: string; readonly begin: (provider: Provider) => void }[]
  /** The same channel, set to speak TLS to a provider that does not. */
  readonly overTls?: (provider: Provider) => Carrier
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
  { honoursKeys, takes = 'accepted', loseAnswer, hang, neverDone = [], overTls, answered }: Troubles,
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
      expect(await provider.carrier.send(message)).toMatchObject({ outcome: takes })

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
        expect(await provider.carrier.send(message)).toMatchObject({ outcome: takes })
        expect(await provider.delivered()).toHaveLength(1)
      })

    if (loseAnswer) {
      it('answers that it may work later when the answer was lost, and delivers once when tried again', async () => {
        const message = provider.message()
        loseAnswer(provider)
        expect(await provider.carrier.send(message)).toMatchObject({ outcome: 'failed_for_now' })
        expect(await provider.carrier.send(message)).toMatchObject({ outcome: takes })
        expect(await provider.delivered()).toHaveLength(1)
      })
    }

    it('delivers many messages at once, each one', async () => {
      const messages = Array.from({ length: 12 }, () => provider.message())
      const answers = await Promise.all(messages.map((message) => provider.carrier.send(message)))
      expect(answers.map(({ outcome }) => outcome)).toEqual(messages.map(() => takes))
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

    it.each(neverDone)('gives up when told so on a provider that $name', async ({ begin }) => {
      begin(provider)
      const answer = await provider.carrier.send(provider.message({ signal: AbortSignal.timeout(200) }))
      expect(answer).toMatchObject({ outcome: 'failed_for_now' })
      expect([...answer.answer].length).toBeLessThanOrEqual(200)
    })

    if (overTls) {
      it('sends nothing in the clear when TLS fails, and answers that it may work later', async () => {
        const carrier = overTls(provider)
        expect(await carrier.send(provider.message())).toMatchObject({ outcome: 'failed_for_now' })
        carrier.close()
        expect(await provider.delivered()).toHaveLength(0)
      })
    }

    it('lets no text break out of its place: neither subject nor recipient can add a header or a recipient', async () => {
      const smuggled = 'lain@warga.example'
      const message = provider.message()
      await provider.carrier.send({ ...message, subject: `Kabar\r\nBcc: ${smuggled}\r\n\r\nIsi lain` })
      await provider.carrier.send({ ...message, idempotencyKey: 'kunci-lain', to: `${message.to}\r\nBcc: ${smuggled}` })
      const delivered = await provider.delivered()
      expect(delivered.length).toBeLessThanOrEqual(2)
      for (const { recipients = [], text } of delivered) {
        expect(recipients).not.toContain(smuggled)
        expect(text.trim()).toBe(message.text.trim())
      }
    })

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
