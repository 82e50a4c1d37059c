import { expect, it } from 'vitest'
import { readOut, readTerm, siti } from './pages/visitor.ts'
import { aVisitor } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

/** Words that stand on an Indonesian page of ours and never on an English one. */
const indonesian = /\b(yang|dan|untuk|dengan|pengaduan|kami|Anda|belum|tidak|surat|langkah)\b/i

it('a visitor who reads English files, and follows, without meeting a word of Indonesian from us', async () => {
  const visitor = await aVisitor(await anOpenOffice(), { locale: 'en-GB' })
  visitor.on('dialog', (dialog) => void dialog.accept())
  await visitor.goto('/demo/')
  const panel = visitor.getByRole('region', { name: 'Complaint', exact: true })
  const speaksEnglish = async () => {
    const said = (await readOut(panel)).replace(/Bahasa Indonesia|Bagian Organisasi.*|Pemerintah Kabupaten \w+/g, '')
    expect(said).not.toMatch(indonesian)
  }
  const next = async (heading: string, by = panel.getByRole('button', { name: 'Continue' })) => {
    await speaksEnglish()
    await by.click()
    await panel.getByRole('heading', { name: heading, level: 2 }).waitFor()
  }
  await next('Kind of complaint', panel.getByRole('radio', { name: 'With identity' }))
  await next('What happened', panel.getByRole('radio', { name: 'Other levies by officers' }))
  await panel.getByLabel('Subject').fill('Asked for money at the counter')
  await panel.getByLabel('What happened', { exact: true }).fill('The officer at counter two asked for money.')
  await next('Supporting evidence')
  await panel.getByRole('button', { name: 'Add evidence' }).click()
  await panel.getByRole('button', { name: 'Choose files' }).waitFor()
  await next('Identity and contact')
  await panel.getByLabel('Full name').fill(siti.name)
  await panel.getByLabel('Address', { exact: false }).first().fill('Example Street 1')
  await panel.getByLabel('Mobile number').fill(siti.phone)
  await next('Check and send')
  await speaksEnglish()
  await everybodyCanUse(visitor)
  for (const statement of await panel.getByRole('checkbox').all()) await statement.check()
  await panel.getByRole('button', { name: 'Send the complaint' }).click()
  await panel.getByRole('heading', { name: 'Your complaint has been received' }).waitFor()
  await speaksEnglish()
  await everybodyCanUse(visitor)
  const number = await readTerm(panel, 'Complaint number')
  const code = await readTerm(panel, 'Tracking code')

  await visitor.goto('/t/bagian-organisasi/follow?lang=en')
  await panel.getByRole('heading', { name: number }).waitFor()
  await speaksEnglish()
  await panel.getByRole('button', { name: 'Sign out' }).click()
  await panel.getByLabel('Complaint number').fill(number)
  await panel.getByLabel('Tracking code').fill(code)
  await panel.getByRole('button', { name: 'Show the complaint' }).click()
  await panel.getByRole('heading', { name: number }).waitFor()
  await speaksEnglish()
  await everybodyCanUse(visitor)
})
