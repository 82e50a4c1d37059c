import type { Page } from 'playwright-core'
import { demoPassword } from '../../support/a-running-service.ts'
import { entryOf } from '../../support/desk-entries.ts'
import { aPerson, type Circumstances } from '../support/a-person.ts'
import type { OpenOffice } from '../support/an-open-office.ts'
import { haveSession, isSignedIn } from './sign-in.ts'

type Mailbox = 'admin' | 'verifikator' | 'petugas' | 'kepala' | 'kustodian' | 'inspektorat'

/** A member of a demo unit's staff, who has signed in before. @param at where they begin */
export async function aMemberOfStaff(
  office: OpenOffice,
  mailbox: Mailbox,
  {
    unit = 'bagian-organisasi',
    at = '/admin/',
    ...circumstances
  }: Circumstances & { readonly unit?: string; readonly at?: string } = {},
) {
  const page = await aPerson(office, circumstances)
  await haveSession(page, office.address, `${mailbox}@${unit}.demo`, demoPassword)
  await page.goto(at)
  await isSignedIn(page)
  return staffRoom(page)
}

/** Follows a link that somebody was sent: the application goes there without being loaded anew. */
const followLink = (address: string) => {
  const link = document.createElement('a')
  link.href = address
  document.body.append(link)
  link.click()
  link.remove()
}

/** The application of the staff as one of them uses it. */
export function staffRoom(page: Page) {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const acts = page.getByRole('group', { name: 'Tindakan' })

  /** Finds an act of the open case, which stands on the bar or under "Lainnya". */
  async function findAct(name: string) {
    const act = acts.getByRole('button', { name, exact: true }).or(acts.getByRole('link', { name, exact: true }))
    await acts.waitFor()
    if (!(await act.isVisible())) await acts.getByRole('button', { name: 'Lainnya' }).click()
    return act
  }

  /** Waits for the case; one on which somebody else works is opened with a reason. */
  async function reachCase() {
    const story = page.getByRole('heading', { name: 'Uraian' })
    const open = page.getByRole('button', { name: /^(Buka pengaduan|Tidak terkait, buka)$/ })
    await story.or(open).first().waitFor()
    if (await story.isVisible()) return
    const reason = page.getByLabel('Mengapa Anda perlu membacanya?')
    if (await reason.isVisible()) await reason.fill('Memeriksa pekerjaan.')
    await open.click()
    await story.waitFor()
  }

  return {
    page,
    press,
    acts,
    findAct,
    reachCase,

    /** Goes to a page as an officer does: by its entry of the navigation, and there by its name. */
    async goTo(name: string) {
      const [entry, under] = entryOf(name)
      const navigation = page.getByRole('navigation', { name: 'Halaman', exact: true })
      await navigation.getByRole('link', { name: new RegExp(`^${entry}`) }).click()
      if (under === null) return
      const beside = page.getByRole('navigation', { name: 'Halaman sebagian' }).or(page.locator('unit-page'))
      const link = beside.getByRole('link', { name: under, exact: true })
      const isThere = page.getByRole('heading', { level: 1, name, exact: true })
      await link.or(isThere).first().waitFor()
      if (await link.isVisible()) await link.click()
    },

    /** Opens a case from the list that is there, or from the register where somebody begins with their own work. */
    async openCase(number: string) {
      const today = page.getByRole('heading', { name: 'Hari ini' })
      const link = page.getByRole('link', { name: number })
      await today.or(link).first().waitFor()
      if (await today.isVisible()) await page.evaluate(followLink, page.url().replace(/today.*$/, 'cases?status=all'))
      await link.click()
      await reachCase()
    },

    /** Opens a part of the case that has a tab of its own. */
    showPart: (name: string) =>
      page.getByRole('navigation', { name: 'Bagian pengaduan' }).getByRole('button', { name, exact: true }).click(),

    /** Opens the panel of an act and gives it back. */
    async begin(act: string) {
      await (await findAct(act)).click()
      const panel = page.locator('act-panel')
      await panel.getByRole('heading', { name: 'Akibat tindakan ini' }).waitFor()
      return panel
    },

    /**
     * Waits for the short word that something is done. It does not sit through the seconds in which that can be taken
     * back, and does not mind where they are over before it looks.
     */
    async told(sentence: string | RegExp) {
      const words = page.getByText(sentence).first()
      const haste = page
        .locator('timed-acts[soon], bulk-progress')
        .getByRole('button', { name: /^(Kirim|Jalankan) sekarang$/ })
      await words.or(haste).first().waitFor()
      // An officer need not press it, so this is no press of theirs.
      if (!(await words.isVisible()))
        await haste
          .first()
          .dispatchEvent('click', {}, { timeout: 5_000 })
          .catch(() => {})
      await words.waitFor()
    },
  }
}
