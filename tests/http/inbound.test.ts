import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aMail, type MailDetails } from '../support/a-mail.ts'
import { oneService } from '../support/one-service.ts'
import { aPhoto } from '../support/some-files.ts'
import { type StandInImap, startStandInImap } from '../support/stand-in-imap.ts'
import { type StandInSmtp, startStandInSmtp } from '../support/stand-in-smtp.ts'

const environment: Record<string, string> = {
  INBOUND_ADDRESS: 'masuk@aduan.example',
  INBOUND_UNIT: 'bagian-organisasi',
  MAIL_FROM: 'Aduan <aduan@aduan.example>',
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
const service = oneService(environment)

/** A complaint whose first notice came to its reporter, with the address to which an answer goes. */
async function aNoticedCase(details: Parameters<ReturnType<typeof service.unit>['file']>[0] = {}) {
  const receipt = await service.unit().file(details)
  const mail = () => smtp.delivered.find(({ text }) => text?.includes(receipt.number))
  await expect.poll(mail).toBeDefined()
  const replyTo = mail()!.replyTo!.value[0]!.address!
  return { receipt, replyTo, references: mail()!.references }
}

async function arrives(details: MailDetails): Promise<void> {
  const mail = imap.deliver(aMail(details))
  await expect.poll(() => mail.seen, { timeout: 10_000 }).toBe(true)
}

const asOfficer = async (number: string) => (await service.staff('kepala')).case(number)

describe('an answer to a notice', () => {
  it('stands on its case, with its files as evidence and what it quotes apart', async () => {
    const { receipt, replyTo } = await aNoticedCase()
    await arrives({
      to: replyTo,
      subject: `Re: Pengaduan ${receipt.number} sudah kami terima`,
      text: `Ini foto kuitansinya.\n\nPada Sel, 24 Nov 2026 pukul 10.15 Aduan <aduan@aduan.example> menulis:\n\n> Terima kasih.`,
      files: [{ name: '../../foto kuitansi.jpg', type: 'image/jpeg', bytes: await aPhoto('rahasia') }],
    })
    await expect.poll(async () => (await asOfficer(receipt.number)).messages, { timeout: 10_000 }).toHaveLength(1)

    const seen = await asOfficer(receipt.number)
    expect(seen.messages[0]).toMatchObject({ from: 'reporter', text: 'Ini foto kuitansinya.' })
    expect(seen.evidence).toMatchObject([{ name: 'foto kuitansi.jpg', type: 'image/jpeg' }])
    expect(await service.unit().reporter(receipt).follow()).toMatchObject({ evidence: [{ type: 'image/jpeg' }] })
  })
})
