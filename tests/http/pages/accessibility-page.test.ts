import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  type AccessibilityGapCode,
  accessibilityChecks,
  accessibilityGaps,
  accessibilityPage,
} from '../../../service/http/pages/office-pages.ts'
import { aTenantView } from '../../support/a-tenant-view.ts'
import { assets } from './every-page.ts'

const root = resolve(import.meta.dirname, '../../..')
const read = (file: string): string => readFileSync(resolve(root, file), 'utf8')
const journeys = resolve(root, 'tests/journeys')

/** How each gap is seen in the code. Where it is seen no longer, it must leave the list. */
const isStillThere: Readonly<Record<AccessibilityGapCode, () => boolean>> = {
  recordings: () => !read('admin/case/evidence/evidence-viewer.ts').includes('<track'),
  pictures: () => /<img src=\$\{address\} alt=\$\{this\.name\}>/.test(read('admin/case/evidence/evidence-viewer.ts')),
  sessions: () => !/idleAfter|endsAt/i.test(read('service/contract/account.ts')),
}

describe('the accessibility statement', () => {
  it.each(accessibilityGaps.map(({ code }) => code))('names a gap that is still there: %s', (code) => {
    expect(isStillThere[code]()).toBe(true)
  })

  it('names the checker that is installed, journeys by keyboard that are there, and no more states than are looked at', () => {
    const { version } = createRequire(import.meta.url)('axe-core/package.json') as { readonly version: string }
    expect(accessibilityChecks.axe).toBe(version)
    const tests = readdirSync(journeys).filter((file) => file.endsWith('.test.ts'))
    const looks = tests.flatMap((file) => read(`tests/journeys/${file}`).match(/await everybodyCanUse\w*\(/g) ?? [])
    expect(looks.length).toBeGreaterThanOrEqual(accessibilityChecks.states)
    for (const name of accessibilityChecks.byKeyboard) expect(tests).toContain(`${name}.test.ts`)
    expect(read('tests/widget/node/tools/strict-page.test.ts')).toContain(`width: ${accessibilityChecks.narrowest},`)
  })

  it('says of each gap why it is there and which other way there is, in both languages', () => {
    for (const language of ['id', 'en'] as const) {
      const page = String(accessibilityPage(aTenantView({ language }), assets))
      expect(page.match(/<h3>/g)).toHaveLength(accessibilityGaps.length)
      for (const { criteria } of accessibilityGaps) expect(page).toContain(criteria.join(', '))
    }
  })

  it('names the office’s own ways to report a barrier, and who hears of it if nobody reacts', () => {
    const contact = {
      ...{ address: 'Jalan Contoh 1', telephone: '0812-0000-0001', fax: null },
      ...{ email: 'aduan@dinas.example', officeHours: 'Hari kerja' },
    }
    const page = String(accessibilityPage(aTenantView({ contact }), assets))
    expect(page).toContain('mailto:aduan@dinas.example')
    for (const way of ['0812-0000-0001', 'Jalan Contoh 1', 'Ombudsman Republik Indonesia']) expect(page).toContain(way)
  })
})
