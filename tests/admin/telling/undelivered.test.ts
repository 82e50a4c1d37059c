import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { ChannelList, UndeliveredList } from '../../../service/contract/messages.ts'
import { asked, button, enter, expectAccessible, goTo, heading, misbehave, unit } from '../support/an-office.ts'

const number = 'BO-2026-000124'

const undelivered: UndeliveredList = {
  items: [
    {
      number,
      subject: 'Diminta uang lelah saat mengambil berkas yang seharusnya gratis',
      maySettle: true,
      notices: [
        {
          id: 'n1',
          event: 'answered',
          label: 'Pengaduan dijawab',
          state: 'failed',
          standing: 'failed',
          standingLabel: 'Gagal',
          channel: 'sms',
          nextTryAt: null,
          mayLetter: false,
          attempts: [
            {
              at: '2026-11-25T03:00:00.000Z',
              channel: 'whatsapp',
              outcome: 'refused',
              report: null,
              explanation: 'WhatsApp menolak alamat ini. Tidak dicoba lagi lewat saluran ini.',
            },
          ],
        },
      ],
    },
  ],
  nextCursor: null,
}
const untroubled = { explanation: null, advice: null, since: null, nextTryAt: null, waiting: 0, keepsHere: false }
const channels: ChannelList = {
  items: [
    { channel: 'email', down: false, ...untroubled, reportsDelivery: true },
    {
      channel: 'sms',
      down: true,
      explanation: 'Penyedia SMS sedang mengalami gangguan.',
      advice: 'Tidak perlu mengirim ulang.',
      since: '2026-11-25T03:00:00.000Z',
      nextTryAt: '2026-11-25T04:00:00.000Z',
      waiting: 3,
      keepsHere: false,
      reportsDelivery: true,
    },
  ],
}

const answering = (path: string, body: object) => misbehave({ method: 'GET', path, status: 200, body })

async function openUndelivered(): Promise<void> {
  await enter(`${unit}/cases`)
  await answering('/undelivered-notices', undelivered)
  await goTo('Pemberitahuan yang tidak sampai')
}

describe('notices that did not arrive', () => {
  it('are listed with the provider’s answer, and sent again', async () => {
    await openUndelivered()
    await expect.element(heading('Pemberitahuan yang tidak sampai')).toBeVisible()
    await expect.element(page.getByText(/WhatsApp menolak alamat ini/)).toBeVisible()
    await expectAccessible()

    await userEvent.click(button('Kirim ulang'))
    await expect.element(page.getByText('Tidak ada pemberitahuan yang gagal')).toBeVisible()
    expect(await asked('POST', `/cases/${number}/notices/retry`)).toHaveLength(1)
  })

  it('can be left to the follow-up page', async () => {
    await openUndelivered()
    await userEvent.click(button('Cukup di halaman pantau'))
    await expect.element(page.getByText('Tidak ada pemberitahuan yang gagal')).toBeVisible()
    expect(await asked('POST', `/cases/${number}/notices/set-aside`)).toHaveLength(1)
  })
})

it('a channel that is down is told above the register, with its next try', async () => {
  await enter(`${unit}/undelivered`)
  // This page asks too, and hears that all is well.
  await expect.poll(async () => (await asked('GET', '/channels')).length).toBe(1)
  await answering('/channels', channels)
  await goTo('Buku register')
  await expect.element(page.getByText('Saluran SMS sedang tidak jalan sejak 25 Nov 2026')).toBeVisible()
  await expect.element(page.getByText('3 pelapor menunggu pemberitahuan lewat saluran ini.')).toBeVisible()
  await expect.element(page.getByText('Tidak perlu mengirim ulang.')).toBeVisible()
  await expect.element(page.getByText(/Dicoba lagi 25 Nov 2026/)).toBeVisible()
  await expectAccessible()
})
