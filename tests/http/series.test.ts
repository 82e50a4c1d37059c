import { describe, expect, it } from 'vitest'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { TodayCounts } from '../../service/contract/register.ts'
import type { OfferedSeries, SeriesList } from '../../service/contract/series.ts'
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
const read = async <View>(asked: Promise<Response>): Promise<View> => (await asked).json() as Promise<View>
const template = { name: 'Serah', kind: 'message', language: 'id', text: 'Pengaduan {nomor} sudah kami serahkan.' }

describe('the series of acts of a unit', () => {
  it('are written, offered with what they write, done once, named in the staff’s history and not in the reporter’s', async () => {
    const list = await read<SeriesList>(call('GET', '/series'))
    const handler = list.people.find(({ name }) => name.startsWith('Citra'))
    const { id: message } = await read<{ id: string }>(call('POST', '/templates', template))
    const does = { verify: true, assign: handler?.id, note: 'Cek loket.', message }
    const written = await read<SeriesList>(
      call('PUT', '/series', { version: list.version, series: [{ name: 'Serahkan', does }] }),
    )
    expect(written).toMatchObject({ series: [{ name: 'Serahkan', lacks: null }], changes: [{ what: 'added' }] })

    const { number, trackingCode } = await service.unit().file()
    const { items } = await read<OfferedSeries>(call('GET', `/cases/${number}/series`, undefined, 'verifikator'))
    expect(items[0]?.steps).toMatchObject([
      { act: 'verify' },
      { act: 'dispatch', who: handler?.name },
      { act: 'note', text: 'Cek loket.' },
      { act: 'message', text: `Pengaduan ${number} sudah kami serahkan.` },
    ])
    const { revision } = await (await service.staff('verifikator')).case(number)
    const asked = { revision, series: items[0]?.id, version: items[0]?.version }
    expect(await refusalIn(call('POST', `/cases/${number}/series`, asked, 'petugas'))).toBe('403 staff/not-permitted')
    const waiting = await read<CaseView>(call('POST', `/cases/${number}/series`, asked, 'verifikator'))
    expect(waiting).toMatchObject({ status: 'received', timed: [{ act: 'series', text: 'Serahkan', mayStop: true }] })
    const again = { ...asked, revision: waiting.revision }
    expect(await refusalIn(call('POST', `/cases/${number}/series`, again, 'verifikator'))).toBe('409 series/waiting')
    const haste = `/cases/${number}/waiting/${waiting.timed[0]?.id}/haste`
    const done = await read<CaseView>(call('POST', haste, undefined, 'verifikator'))
    expect(done).toMatchObject({ status: 'in_progress', handler: { name: handler?.name } })
    expect(done.history.filter(({ series }) => series === 'Serahkan')).toHaveLength(4)
    const headers = { Authorization: `Bearer ${trackingCode}` }
    const seen = await fetch(`${service.unit().api}/complaints/${number}`, { headers })
    expect([seen.status, await seen.text()]).toEqual([200, expect.not.stringMatching(/Serahkan|series/)])
  })

  it('wait in the admin’s list of the day once they name what is gone', async () => {
    const waits = async () => (await read<TodayCounts>(call('GET', '/today/counts'))).pages
    expect(await waits()).not.toContainEqual({ kind: 'broken_series', count: 1 })
    const { series } = await read<SeriesList>(call('GET', '/series'))
    await call('DELETE', `/templates/${series[0]?.does.message}`)
    expect(await waits()).toContainEqual({ kind: 'broken_series', count: 1 })
    expect((await read<SeriesList>(call('GET', '/series'))).series).toMatchObject([{ lacks: 'template' }])
    const { number } = await service.unit().file()
    expect(await read(call('GET', `/cases/${number}/series`, undefined, 'verifikator'))).toEqual({ items: [] })
  })
})
