import { expect as axe, fixture, html } from '@open-wc/testing'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { AduanButton } from '../../../widget/launcher/aduan-button.ts'
import '../../../widget/launcher/index.ts'
import {
  agree,
  aUnit,
  button,
  fillIn,
  focused,
  heading,
  instruct,
  recorded,
  send,
  service,
} from '../support/a-widget.ts'

interface Setting {
  readonly tenant?: string
  readonly lang?: string
  readonly fetchForm?: () => Promise<unknown>
}

/** A button on a page, whose form comes from the sources. */
async function aButton({
  tenant = aUnit(),
  lang = 'id',
  fetchForm = () => import('../../../widget/index.ts'),
}: Setting = {}) {
  const element = await fixture<AduanButton>(html`
    <aduan-button tenant=${tenant} service=${service} lang=${lang}>
      <a href="/t/${tenant}">Sampaikan di halaman layanan</a>
    </aduan-button>
  `)
  element.fetchForm = fetchForm
  return element
}

describe('a button for the form', () => {
  it('fetches nothing of the form before somebody means to use it', async () => {
    const tenant = aUnit()
    let fetched = 0
    const element = await aButton({
      tenant,
      fetchForm: () => {
        fetched += 1
        return import('../../../widget/index.ts')
      },
    })
    await axe(element).to.be.accessible()
    expect(fetched).toBe(0)
    await userEvent.hover(button('Sampaikan pengaduan'))
    await expect.poll(() => fetched).toBe(1)
    expect((await recorded(tenant)).requests).toEqual([])
    await userEvent.click(button('Sampaikan pengaduan'))
    await expect.element(heading(/Pilih kerahasiaan identitas/)).toBeVisible()
    expect(fetched).toBe(1)
  })

  it('opens the form over the page, files, and gives the focus back', async () => {
    const element = await aButton()
    const heard: string[] = []
    for (const name of ['aduan-opened', 'aduan-submitted', 'aduan-closed']) {
      element.addEventListener(name, () => heard.push(name))
    }
    await userEvent.click(button('Sampaikan pengaduan'))
    await expect.element(page.getByRole('dialog')).toBeVisible()
    await axe(element).to.be.accessible()
    await fillIn({ privacy: 'Tanpa identitas' })
    await agree()
    await send()
    await expect.element(heading('Pengaduan Anda sudah diterima')).toBeVisible()
    element.close()
    await expect.poll(() => heard).toEqual(['aduan-opened', 'aduan-submitted', 'aduan-closed'])
    expect(focused()).toBe(element.shadowRoot!.querySelector('button'))
  })

  it('shows the link where the form cannot be fetched, says so, and tries again when pressed again', async () => {
    let fails = true
    const failures: string[] = []
    const element = await aButton({
      fetchForm: () => (fails ? Promise.reject(new Error('no network')) : import('../../../widget/index.ts')),
    })
    element.addEventListener('aduan-failed', ({ detail }) => failures.push(detail.code))
    await userEvent.click(button('Sampaikan pengaduan'))
    await expect.element(page.getByRole('alert')).toHaveTextContent(/Formulir belum dapat dimuat/)
    await expect.element(page.getByRole('link', { name: 'Sampaikan di halaman layanan' })).toBeVisible()
    await axe(element).to.be.accessible()
    expect(failures).toEqual(['network/unreachable'])

    fails = false
    await userEvent.click(button('Sampaikan pengaduan'))
    await expect.element(heading(/Pilih kerahasiaan identitas/)).toBeVisible()
    await expect.element(page.getByText('Formulir belum dapat dimuat.')).not.toBeInTheDocument()
  })

  it('offers the same link in the form where the unit does not answer', async () => {
    const tenant = aUnit()
    const problem = { code: 'service/unavailable', detail: 'Sedang perawatan.' }
    await instruct(tenant, { misbehave: { unit: [{ kind: 'refuse', status: 503, problem }] } })
    await aButton({ tenant })
    await userEvent.click(button('Sampaikan pengaduan'))
    await expect.element(page.getByRole('alert').last()).toHaveTextContent(/Sedang perawatan/)
    await expect.element(page.getByRole('link', { name: 'Sampaikan di halaman layanan' })).toBeVisible()
  })

  it('speaks English where the page asks', async () => {
    await aButton({ lang: 'en' })
    await userEvent.click(button('File a complaint'))
    await expect.element(heading(/Choose who may know you/)).toBeVisible()
  })
})
