import { fixture, html } from '@open-wc/testing'
import { inject } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { EvidenceView } from '../../../service/contract/complaint-view.ts'
import type { Instructions, Recorded } from '../../support/stand-in-service.ts'
import '../../../widget/index.ts'
import type { AduanWidget } from '../../../widget/aduan-widget/aduan-widget.ts'

export const service = inject('standIn')

let units = 0
/** A unit that no other test knows, so that tests can run side by side. */
export const aUnit = () => `unit-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}-${units++}`

/** Tells the stand-in how to answer for a unit. */
export async function instruct(tenant: string, instructions: Instructions): Promise<void> {
  await fetch(`${service}/stand-in/${tenant}`, { method: 'PUT', body: JSON.stringify(instructions) })
}

interface RecordedAtAll {
  readonly requests: Recorded[]
  readonly numbers: string[]
  readonly files: EvidenceView[]
}

/** What the stand-in was sent for a unit, and the numbers that it gave. */
export async function recorded(tenant: string): Promise<RecordedAtAll> {
  return (await fetch(`${service}/stand-in/${tenant}`)).json()
}

interface Setting {
  readonly tenant?: string
  readonly lang?: string
  readonly mode?: 'inline' | 'button'
  readonly view?: 'file' | 'follow'
  readonly category?: string
  readonly sealingKey?: string
}

/** A widget on a page, as an office would put it there. */
export function aWidget({
  tenant = aUnit(),
  lang = 'id',
  mode = 'inline',
  view = 'file',
  category = '',
  sealingKey = '',
}: Setting = {}) {
  return fixture<AduanWidget>(html`
    <aduan-widget
      tenant=${tenant}
      service=${service}
      lang=${lang}
      mode=${mode}
      view=${view}
      category=${category}
      sealing-key=${sealingKey}
    >
      <a href="/t/${tenant}">Sampaikan pengaduan</a>
    </aduan-widget>
  `)
}

export const heading = (name: string | RegExp) => page.getByRole('heading', { name, level: 2 })
export const button = (name: string | RegExp) => page.getByRole('button', { name })

export const next = () => userEvent.click(button('Lanjut'))

export interface Story {
  readonly privacy?: string
  readonly subject?: string
}

/** Fills in everything up to the read-back. */
export async function fillIn({ privacy = 'Dengan identitas', subject = 'Diminta uang di loket' }: Story = {}) {
  await userEvent.click(page.getByRole('radio', { name: privacy }))
  await userEvent.click(page.getByRole('radio', { name: /Pungutan/ }))
  await userEvent.fill(page.getByLabelText('Pokok pengaduan'), subject)
  await userEvent.fill(page.getByLabelText('Uraian kejadian'), 'Petugas meminta uang untuk sebuah surat.')
  await next()
  await next()
  if (privacy !== 'Tanpa identitas') {
    await userEvent.fill(page.getByLabelText('Nama lengkap'), 'Siti Contoh')
    await userEvent.fill(page.getByLabelText('Alamat'), 'Jalan Misal 5')
    await userEvent.fill(page.getByLabelText('Nomor HP'), '0812-0000-0001')
  }
  await next()
}

export async function agree() {
  await userEvent.click(page.getByRole('checkbox', { name: /^Isi pengaduan ini benar/ }))
}

export const send = () => userEvent.click(button('Kirim pengaduan'))

/** The element of the steps, for what a page cannot set. */
export const filingOf = (widget: AduanWidget) => widget.shadowRoot!.querySelector('aduan-filing')!

/** What has the focus, through all shadow roots. */
export function focused(): Element | null {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element
}

/** The words of what has the focus, as they would be read out. */
export const focusedText = () => (focused()?.textContent ?? '').replace(/\s+/g, ' ').trim()

/** The same widget as after a reload of the page: a new element, the same tab. */
export async function reloaded(widget: AduanWidget): Promise<AduanWidget> {
  const { tenant, lang, view } = widget
  widget.remove()
  return aWidget({ tenant, lang, view })
}
