import { expect, it } from 'vitest'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import { unitAt } from '../support/an-office.ts'
import { aChoice, aQuestion } from '../support/some-questions.ts'
import { followUp } from './pages/follow-up.ts'
import { aPhoto, complaintForm } from './pages/visitor.ts'
import { aVisitor } from './support/a-person.ts'
import { anOpenOffice, type OpenOffice } from './support/an-open-office.ts'
import { keyboardOf } from './support/keyboard.ts'

const label = (id: string) => ({ id, en: id })

/** Has the first category ask whether money was demanded, and how much. */
async function askAboutMoney({ address }: OpenOffice): Promise<void> {
  const unit = unitAt(address)
  const admin = await unit.signIn('admin')
  const settings = (await (await admin.get('/settings')).json()) as TenantSettingsView
  const questions = [
    aQuestion({
      code: 'paid',
      kind: 'choice',
      label: label('Diminta uang?'),
      choices: [aChoice('yes'), aChoice('no')],
    }),
    aQuestion({
      ...{ code: 'amount', kind: 'amount', label: label('Berapa?') },
      shownWhen: { question: 'paid', answers: ['yes'] },
    }),
  ]
  const categories = settings.categories.map((one, at) => (at === 0 ? { ...one, questions } : one))
  const saved = await fetch(`${unit.api}/settings`, {
    method: 'PUT',
    headers: { ...admin.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...settings, categories }),
  })
  expect(saved.status).toBe(200)
}

const pageWithButton = `<!doctype html><html lang="id"><title>Situs kantor</title><link rel="icon" href="data:,">
<script type="module" src="/widget/v1/button.js"></script>
<main><h1>Situs kantor</h1><p><a href="#berita">Berita</a></p>
<aduan-button tenant="bagian-organisasi"><a href="/t/bagian-organisasi">Sampaikan pengaduan</a></aduan-button></main>`

it('somebody without a mouse opens the form, answers, adds evidence, sends, keeps the code, follows up, and is back where they were', async () => {
  const office = await anOpenOffice()
  await askAboutMoney(office)
  const visitor = await aVisitor(office)
  visitor.on('filechooser', (chooser) => void chooser.setFiles(aPhoto))
  await visitor.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await visitor.route('/situs', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageWithButton }),
  )
  await visitor.goto('/situs')
  const { to, gets, press, type } = keyboardOf(visitor)
  const { panel, step } = complaintForm(visitor)
  const button = (name: string) => panel.getByRole('button', { name })
  const next = async () => {
    await to(button('Lanjut'))
    await press('Enter')
  }

  const launcher = visitor.locator('aduan-button').getByRole('button', { name: 'Sampaikan pengaduan' })
  expect(await to(launcher)).toEqual(['Berita', 'Sampaikan pengaduan'])
  await press('Enter')
  await step('Pilih kerahasiaan identitas').waitFor()
  const radio = (name: string) => panel.getByRole('radio', { name, exact: true })
  const before = ['Keluar cepat', 'Tutup', 'English', 'Basa Jawa', 'Pastikan ini formulir resmi']
  expect(await to(radio('Dengan identitas'))).toEqual([...before, 'Dengan identitas'])
  await press('ArrowDown')
  await press('ArrowDown')
  expect(await radio('Tanpa identitas').isChecked()).toBe(true)
  await next()

  await gets(step('Jenis pengaduan'))
  await to(panel.getByRole('radio').first())
  await press('Space')
  await next()

  await gets(step('Beberapa pertanyaan'))
  await to(radio('Jawaban yes'))
  await press('Space')
  await to(panel.getByLabel('Berapa?'))
  await type('50000')
  await next()

  // Somebody who forgets a field is led back to it.
  await gets(step('Apa yang terjadi'))
  await to(panel.getByLabel('Pokok pengaduan'))
  await type('Diminta uang stempel')
  await next()
  const problem = panel.getByRole('link', { name: 'Uraian kejadian belum diisi.' })
  await to(problem)
  await press('Enter')
  await gets(panel.getByLabel('Uraian kejadian'))
  await type('Petugas di loket dua meminta uang untuk stempel.')
  await next()

  await gets(step('Bukti pendukung'))
  await to(button('Tambahkan bukti'))
  await press('Enter')
  await to(button('Pilih berkas'))
  await press('Enter')
  await panel.getByText('Tersimpan', { exact: false }).first().waitFor()
  await next()
  await gets(step('Kontak (boleh dilewati)'))
  await next()

  await gets(step('Periksa dan kirim'))
  for (const statement of await panel.getByRole('checkbox').all()) {
    await to(statement)
    await press('Space')
  }
  await to(button('Kirim pengaduan'))
  await press('Enter')
  await gets(panel.getByRole('heading', { name: 'Pengaduan Anda sudah diterima' }))
  await to(button('Salin nomor dan kode'))
  await press('Enter')
  await panel.getByText('Nomor dan kode sudah disalin.').waitFor()
  const kept = await visitor.evaluate<string>('navigator.clipboard.readText()')
  const [, number = '', code = ''] = /: (.+)\n.+: (.+)/.exec(kept) ?? []

  await to(button('Pantau pengaduan'))
  await press('Enter')
  await gets(panel.getByRole('heading', { name: `Pengaduan ${number}` }))
  await press('Escape')
  await gets(launcher)

  await visitor.goto('/t/bagian-organisasi/follow')
  const following = followUp(visitor).panel
  // The same tab stays followed until somebody leaves.
  await to(following.getByRole('button', { name: 'Keluar', exact: true }))
  await press('Enter')
  await to(following.getByLabel('Nomor pengaduan'))
  await type(number)
  await to(following.getByLabel('Kode lacak'))
  await type(code)
  await press('Enter')
  await gets(following.getByRole('heading', { name: `Pengaduan ${number}` }))
})
