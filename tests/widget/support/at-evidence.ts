import { expect } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Misbehaviour } from '../../support/stand-in-service.ts'
import { aUnit, aWidget, button, filingOf, instruct, next } from './a-widget.ts'

/** The evidence step of a complaint without identity, whose service answers the next uploads as given. */
export async function atEvidence(misbehave: { evidence?: Misbehaviour[]; uploads?: Misbehaviour[] } = {}) {
  const tenant = aUnit()
  const uploads = (told: Misbehaviour[]) => instruct(tenant, { misbehave: { uploads: told } })
  await instruct(tenant, { misbehave })
  const widget = await aWidget({ tenant })
  await userEvent.click(page.getByRole('radio', { name: 'Tanpa identitas' }))
  await userEvent.click(page.getByRole('radio', { name: /Pungutan/ }))
  await userEvent.fill(page.getByLabelText('Pokok pengaduan'), 'Surat')
  await userEvent.fill(page.getByLabelText('Uraian kejadian'), 'Diminta uang.')
  await next()
  await userEvent.click(button('Tambahkan bukti'))
  await expect.element(button('Pilih berkas')).toBeVisible()
  const inputs = () => filingOf(widget).shadowRoot!.querySelector('aduan-evidence')!.shadowRoot!
  const choose = async (...files: File[]) => {
    await userEvent.upload(inputs().querySelector('#files')!, files)
  }
  const evidence = filingOf(widget).shadowRoot!.querySelector('aduan-evidence')!
  return { tenant, widget, choose, inputs, evidence, uploads }
}
