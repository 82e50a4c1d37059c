import { describe, expect, it } from 'vitest'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { DryRunView, RuleList } from '../../service/contract/series.ts'
import type { OfferedTemplates } from '../../service/contract/templates.ts'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()

async function call(method: string, path: string, body?: unknown, mailbox = 'admin') {
  const { headers } = await service.staff(mailbox)
  return fetch(`${service.unit().api}${path}`, {
    method,
    headers: { ...headers, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}
const list = async (): Promise<RuleList> => (await call('GET', '/rules')).json()

describe('the rules of a unit', () => {
  it('are tried out, switched on, act on a complaint, and say so in its history', async () => {
    const before = await list()
    const handler = before.people.find(({ name, handles }) => handles && name.startsWith('Citra'))
    const template = before.templates[0]
    const when = { event: 'filed', categories: ['illegal_levy'], words: ['loket'] }
    const does = { assign: handler?.id, alertHeads: true, note: 'Minta rekaman kamera loket.', template: template?.id }
    const rule = { name: 'Pungutan di loket', isOn: true, when, does }

    const tried: DryRunView = await (await call('POST', '/rules/dry-run', { when })).json()
    expect(tried).toMatchObject({ shown: [], withoutWords: true })
    const on = await call('PUT', '/rules', { version: before.version, rules: [rule] })
    expect(((await on.json()) as RuleList).rules).toMatchObject([{ name: rule.name, isOn: true, off: null }])

    const story = {
      subject: 'Diminta membayar',
      chronology: 'Petugas di loket meminta uang.',
      category: 'illegal_levy',
    }
    const { number } = await service.unit().file(story)
    const verifier = await service.staff('verifikator')
    const lines = async () =>
      ((await (await verifier.get(`/cases/${number}`)).json()) as CaseView).history.flatMap(({ event, text }) =>
        event === 'rule_acted' ? [text] : [],
      )
    await expect
      .poll(lines)
      .toEqual([`Pungutan di loket: menulis catatan; mengusulkan templat “${template?.name}”; memberi tahu pimpinan.`])
    await verifier.act(number, 'verify')
    await expect.poll(lines).toContain(`Pungutan di loket: menugaskan kepada ${handler?.name}.`)
    const offered: OfferedTemplates = await (
      await call('GET', `/cases/${number}/templates`, undefined, 'kepala')
    ).json()
    const fits = offered.items.some(({ id }) => id === template?.id)
    expect(offered.items.findIndex(({ isSuggested }) => isSuggested)).toBe(fits ? 0 : -1)
  })

  it('are for who configures the unit, and changed from their newest version alone', async () => {
    expect(await refusalIn(call('GET', '/rules', undefined, 'verifikator'))).toBe('403 staff/not-permitted')
    const when = { event: 'filed' }
    expect(await refusalIn(call('POST', '/rules/dry-run', { when }, 'kepala'))).toBe('403 staff/not-permitted')
    expect(await refusalIn(call('PUT', '/rules', { version: 0, rules: [] }))).toBe('409 rules/changed-meanwhile')
    const nothing = { name: 'Kosong', isOn: false, when, does: {} }
    const { version } = await list()
    expect(await refusalIn(call('PUT', '/rules', { version, rules: [nothing] }))).toBe('400 request/invalid')
  })
})
