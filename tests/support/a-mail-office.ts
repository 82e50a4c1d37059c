import { afterAll, beforeAll, expect, vi } from 'vitest'
import type { InboundList, InboundView } from '../../service/contract/messages.ts'
import { aMail, type MailDetails } from './a-mail.ts'
import { aFiling } from './an-office.ts'
import { type OneService, oneService } from './one-service.ts'
import { type StandInImap, startStandInImap } from './stand-in-imap.ts'
import { type StandInSmtp, startStandInSmtp } from './stand-in-smtp.ts'

export const inboundAddress = 'masuk@aduan.example'
export const patience = { timeout: 60_000 }

/** One service for a file that sends mail to a stand-in server and takes it in from another one. */
export function aMailOffice(more: Readonly<Record<string, string>> = {}) {
  const environment: Record<string, string> = {
    INBOUND_ADDRESS: inboundAddress,
    INBOUND_UNIT: 'bagian-organisasi',
    MAIL_FROM: 'Aduan <aduan@aduan.example>',
    ...more,
  }
  let imap: StandInImap
  let smtp: StandInSmtp
  beforeAll(async () => {
    imap = await startStandInImap()
    smtp = await startStandInSmtp()
    environment.IMAP_URL = imap.url
    environment.SMTP_URL = smtp.url
  })
  afterAll(async () => {
    await imap.close()
    await smtp.close()
  })
  // After the stand-ins: it starts with their addresses.
  const service: OneService = oneService(environment)

  const office = {
    service,
    get imap() {
      return imap
    },
    get smtp() {
      return smtp
    },

    /** A complaint whose first notice reached its reporter, as its case knows, with the address to which an answer goes. */
    async aNoticedCase(details: Parameters<typeof aFiling>[0] = {}, unit?: string) {
      const receipt = await service.unit(unit).file(aFiling(details))
      const isSent = async () => (await office.case(receipt.number, unit)).notices[0]?.state === 'sent'
      await expect.poll(isSent, patience).toBe(true)
      const mail = smtp.delivered.find(({ text }) => text?.includes(receipt.number))
      if (!mail) throw new Error('The notice was sent, and no mail came.')
      return { receipt, mail, replyTo: mail.replyTo!.value[0]!.address! }
    },

    /** A mail comes in and is taken. */
    async arrives(mail: MailDetails | string): Promise<void> {
      const stored = imap.deliver(typeof mail === 'string' ? mail : aMail(mail))
      await expect.poll(() => stored.seen, patience).toBe(true)
    },

    case: async (number: string, unit?: string) => (await service.staff('kepala', unit)).case(number),

    async listed(state = 'draft', mailbox = 'verifikator', unit?: string): Promise<InboundList['items']> {
      const officer = await service.staff(mailbox, unit)
      return ((await (await officer.get(`/inbound?state=${state}`)).json()) as InboundList).items
    },

    /** The message with this subject, once it was settled so. */
    async settled(subject: string, state = 'draft', unit?: string): Promise<InboundView> {
      const found = async () => (await office.listed(state, 'verifikator', unit)).find((one) => one.subject === subject)
      const { id } = await vi.waitUntil(found, patience)
      return (await (await (await service.staff('verifikator', unit)).get(`/inbound/${id}`)).json()) as InboundView
    },
  }
  return office
}
