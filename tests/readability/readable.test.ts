import { describe, expect, it } from 'vitest'
import { receiptWordingId } from '../../service/case/receipt/wording/id.ts'
import { id as pages } from '../../service/http/pages/wording/id.ts'
import { rightsId } from '../../service/http/pages/wording/rights-id.ts'
import { labelsId } from '../../service/http/wording/labels-id.ts'
import { standardPrivacyNotice } from '../../service/offices/tenants/privacy-notice.ts'
import { defaultsId } from '../../service/offices/wording/defaults-id.ts'
import { noReplyLine } from '../../service/offices/wording/reply-line.ts'
import { bagianOrganisasi } from '../../service/running/demo/bagian-organisasi.ts'
import { id as widget } from '../../widget/wording/id.ts'
import { parts } from '../../widget/wording/parts-id.ts'
import { id as personal } from '../../widget/wording/personal/id.ts'
import { measure, sentencesOf, syllablesOf, textsOf, wordsOf } from './read-wording.ts'

const { permission, role, dangerousAct, ...labels } = labelsId
const { home, demo, statistics, ...citizenPages } = pages

/** Everything that a citizen reads, by where they read it. */
const wordings: Readonly<Record<string, unknown>> = {
  form: widget,
  'parts of the form': parts,
  'own words': personal,
  'plain pages': citizenPages,
  rights: rightsId,
  labels,
  notices: defaultsId.events,
  mails: defaultsId.email('Pengaduan Anda sudah kami terima.'),
  'last line': noReplyLine.id,
  receipt: receiptWordingId,
  'privacy notice': standardPrivacyNotice('Kantor').id,
  rules: bagianOrganisasi.procedure.rules.map((rule) => rule.id),
}

describe('what a citizen reads', () => {
  it.each(Object.entries(wordings))('has no sentence above 25 words: %s', (_, wording) => {
    expect(sentencesOf(textsOf(wording)).filter((sentence) => wordsOf(sentence).length > 25)).toEqual([])
  })

  it('names what it speaks of: no sentence begins with “Yang”', () => {
    expect(sentencesOf(textsOf(wordings)).filter((sentence) => sentence.startsWith('Yang '))).toEqual([])
  })

  it('has at most 14 words in a sentence on average, and is read after eight years of school', () => {
    const found = measure(sentencesOf(textsOf(wordings)))
    console.log(
      `citizens read ${found.sentences} sentences of ${found.mean.toFixed(1)} words, the longest of ${found.longest}, grade ${found.grade.toFixed(1)}`,
    )
    expect(found.mean).toBeLessThanOrEqual(14)
    expect(found.grade).toBeLessThanOrEqual(8)
  })
})

describe('the measure', () => {
  it('counts syllables as they are spoken', () => {
    expect(['pengaduan', 'kantor', 'sampai', 'di', 'PDF'].map(syllablesOf)).toEqual([4, 2, 2, 1, 1])
  })

  it('finds a text hard that is', () => {
    const hard =
      'Penyelenggara berkewajiban mempertanggungjawabkan ketidaksesuaian penyelenggaraan pelayanan administratif sebagaimana dimaksudkan ketentuan perundang-undangan ketatausahaan pemerintahan daerah berkelanjutan.'
    expect(measure([hard]).grade).toBeGreaterThan(12)
    expect(measure(['Kami terima surat Anda. Kami balas besok.']).grade).toBeLessThan(8)
  })
})
