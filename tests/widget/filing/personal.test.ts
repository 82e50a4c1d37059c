import { expect as axe, fixture, html } from '@open-wc/testing'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../../../widget/filing/personal/index.ts'
import { beginDraft, type Draft } from '../../../widget/filing/draft/draft.ts'
import { openClient } from '../../../widget/service/client.ts'
import id from '../../../widget/texts/id/form.json'
import { standInUnit } from '../../support/stand-in-unit.ts'
import { aUnit, button, service } from '../support/a-widget.ts'

/** The review of a draft, without the form around it. */
async function reviewOf(texts: Draft['texts'], evidence: Draft['evidence'] = []) {
  const unit = standInUnit(aUnit(), 'id', service)
  const client = openClient({ service, tenant: unit.tenant, language: 'id', mode: 'inline' })
  let draft: Draft = { ...beginDraft(unit), privacy: 'confidential', category: 'illegal_levy', texts, evidence }
  const form = () => ({ wording: id, unit, client, draft, problems: {}, today: '2026-11-28', change })
  const element = await fixture<HTMLElementTagNameMap['aduan-personal']>(
    html`<aduan-personal .form=${{ ...form(), change: () => {} }}></aduan-personal>`,
  )
  function change(changed: Draft) {
    draft = changed
    element.form = form()
  }
  change(draft)
  return { element, textsNow: () => draft.texts }
}

describe('words that give a reporter away', () => {
  it('are shown before sending, and replaced one by one or all at once', async () => {
    const { element, textsNow } = await reviewOf({
      'reporter.name': 'Siti Contohwati',
      'reporter.phone': '0812-0000-0001',
      subject: 'Bu Siti diminta uang',
      chronology: 'Saya datang bersama Pak Karno. Hubungi saya di 081200000001.',
      reportedPerson: 'Bu Citra, loket dua',
    })
    await expect.element(page.getByRole('heading', { name: 'Kata yang dapat menunjukkan siapa Anda' })).toBeVisible()
    await expect.element(page.getByText('Pokok pengaduan: nama Anda')).toBeVisible()
    await expect.element(page.getByText('Uraian kejadian: nama orang')).toBeVisible()
    expect(element.shadowRoot!.querySelectorAll('li').length).toBe(3)
    await axe(element).to.be.accessible()

    await userEvent.click(button('Ganti dengan [nama]: Karno'))
    await expect.element(page.getByText('1 bagian sudah diganti.')).toBeVisible()
    expect(textsNow().chronology).toBe('Saya datang bersama Pak [nama]. Hubungi saya di 081200000001.')
    await userEvent.click(button('Ganti semua (2)'))
    await expect.element(page.getByText('3 bagian sudah diganti.')).toBeVisible()
    expect(textsNow()).toMatchObject({
      subject: 'Bu [nama] diminta uang',
      chronology: 'Saya datang bersama Pak [nama]. Hubungi saya di [telepon].',
      reportedPerson: 'Bu Citra, loket dua',
    })
  })

  it('are not spoken of where there are none, and pictures are', async () => {
    const picture = {
      id: 'a',
      name: 'foto.jpg',
      size: 1,
      type: 'image/jpeg',
      sha256: '0'.repeat(64),
      browserAgreed: true,
    }
    const { element } = await reviewOf({ subject: 'Jalan rusak', chronology: 'Jalan di depan pasar rusak.' }, [picture])
    expect(element.shadowRoot!.querySelector('section')).toBeNull()
    await expect.element(page.getByText(/Foto dan video dapat memperlihatkan wajah/)).toBeVisible()
  })
})
