import { expect as axe } from '@open-wc/testing'
import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { ComplaintView } from '../../../service/contract/complaint-view.ts'
import { aCase, followed } from '../support/a-case.ts'
import { button, recorded } from '../support/a-widget.ts'

const at = '2026-11-24T03:00:00.000Z'
const spoken = (reply: NonNullable<NonNullable<ComplaintView['spoken']>['transcript']>['reply'] = null) => ({
  ...{ file: 'rekaman', disguised: false },
  transcript: { at, by: 'Petugas verifikasi', text: 'Saya diminta uang di loket dua.', reply },
})
const sent = async (tenant: string) => (await recorded(tenant)).requests.at(-1)

it('a spoken statement that nobody has written down says so', async () => {
  await followed(await aCase({ spoken: { ...spoken(), transcript: null } }))
  await expect.element(page.getByText('Petugas belum menuliskan transkripnya.')).toBeVisible()
  expect(button('Ya, benar').query()).toBeNull()
})

it('its reporter reads the transcript and says that it is right', async () => {
  const filed = await aCase({ spoken: spoken(), acts: ['transcript'] })
  const widget = await followed(filed)
  await expect.element(page.getByText('Saya diminta uang di loket dua.').first()).toBeVisible()
  await axe(widget).to.be.accessible()
  await userEvent.click(button('Ya, benar'))
  await expect.poll(() => sent(filed.tenant)).toMatchObject({ body: { transcript: at } })
  await expect.element(page.getByText(/Anda menyatakan benar/)).toBeVisible()
})

it('its reporter corrects the transcript, beginning with what stands there', async () => {
  const filed = await aCase({ spoken: spoken(), acts: ['transcript'] })
  await followed(filed)
  await userEvent.click(page.getByText('Ada yang salah'))
  const field = page.getByLabelText('Tulis sebagaimana Anda maksud')
  await expect.element(field).toHaveValue('Saya diminta uang di loket dua.')
  await userEvent.fill(field, 'Saya diminta uang di loket tiga.')
  await userEvent.click(button('Kirim perbaikan'))
  await expect.element(page.getByText('Saya diminta uang di loket tiga.').first()).toBeVisible()
})
