import { unitAt } from '../support/an-office.ts'
import { withService } from './a-service.ts'
import { type Asked, askTheDesk } from './ask-the-desk.ts'
import { searchQuestions } from './desk-questions.ts'
import { amount, type Figure } from './figure.ts'
import { filledFolder } from './filled-folder.ts'
import { bigUnit, millionFolder, smallUnit } from './million-folder.ts'

/** Searches by words, in a unit with 100,000 cases and in one with a million. */
export async function benchSearch(): Promise<readonly Figure[]> {
  const ofHundredThousand = await searched(await filledFolder(), bigUnit)
  const folder = await millionFolder()
  const ofMillion = await searched(folder, bigUnit)
  const ofFew = await searched(folder, smallUnit)
  const figure = (cases: string, { p95, slowest }: Asked): Figure => ({
    what: `95 of 100 searches among ${cases} within`,
    value: p95,
    unit: 'ms',
    most: 50,
    beside: `in a unit of few ${amount(ofFew.p95, 'ms')}; ${slowest}`,
  })
  return [figure('100,000', ofHundredThousand), figure('1,000,000', ofMillion)]
}

const searched = (folder: string, unit: string): Promise<Asked> =>
  withService(async ({ service: { url } }) => {
    const { headers } = await unitAt(url, unit).signIn('kepala')
    return askTheDesk(url, headers, searchQuestions(unit, ['illegal_levy']))
  }, folder)
