import { describe, expect, it } from 'vitest'
import type { ReadersChosenView, ReadingPostsView } from '../../service/contract/tenant-view.ts'
import { refusalIn } from '../support/a-problem.ts'
import { aFiling, aKey } from '../support/an-office.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()

async function postsOf(query = ''): Promise<ReadingPostsView['posts']> {
  const response = await fetch(`${service.unit().api}/reading-posts${query}`)
  const { posts }: ReadingPostsView = await response.json()
  return posts
}

/** The posts of two of the demo staff. */
const positions = { petugas: 'Petugas penerima dan penangan', verifikator: 'Petugas verifikasi' }

const postOf = async (mailbox: keyof typeof positions): Promise<string> =>
  (await postsOf()).find(({ position }) => position === positions[mailbox])?.id ?? mailbox

const statusOf = async (mailbox: string, number: string): Promise<number> =>
  (await (await service.staff(mailbox)).get(`/cases/${number}`)).status

describe('the posts that could read a complaint', () => {
  it('are told without names and accounts, whoever reads first at the top', async () => {
    const posts = await postsOf('?category=illegal_levy')
    expect(posts[0]).toMatchObject({ standing: 'verifies' })
    expect(JSON.stringify(posts)).not.toContain('Peraga')
  })
})

describe('a reporter who ticks a post', () => {
  it('keeps its people from the complaint, and nobody else', async () => {
    const { number } = await service.unit().file({ notReadBy: [await postOf('petugas')] })
    expect(await statusOf('petugas', number)).toBe(404)
    expect(await statusOf('verifikator', number)).toBe(200)
    const seen = await (await service.staff('verifikator')).case(number)
    expect(seen.guard).toMatchObject({ concerns: [], chosen: [expect.any(String)], steward: null })
  })

  it('is refused a post that the unit does not have, before anything is received', async () => {
    expect(await refusalIn(service.unit().send(aFiling({ notReadBy: ['tidak-ada'] }), aKey()))).toBe(
      '400 request/invalid',
    )
  })

  it('does the same at the counter and on the page without JavaScript', async () => {
    const post = await postOf('petugas')
    const { category, privacy, reporter, subject, chronology } = aFiling()
    const verifier = await service.staff('verifikator')
    const entered = await verifier.post(
      '/cases',
      {
        ...{ category, privacy, reporter, subject, chronology, channel: 'letter', statements: {}, notReadBy: [post] },
      },
      { 'Idempotency-Key': aKey() },
    )
    expect(entered.status).toBe(201)
    const { number } = (await entered.json()) as { number: string }
    expect(await statusOf('petugas', number)).toBe(404)

    const address = service.unit().api.replace('/api/v1/tenants/', '/t/')
    const page = await (await fetch(`${address}/form`)).text()
    expect(page).toContain('Siapa yang tidak boleh membacanya?')
    expect(page).toContain(`value="${post}"`)
  })

  it('changes it afterwards, and nobody with another code does', async () => {
    const office = service.unit()
    const receipt = await office.file({ notReadBy: [await postOf('petugas')] })
    const reporter = office.reporter(receipt)
    const { notReadBy }: ReadersChosenView = await (await reporter.get('/reading-posts')).json()
    expect(notReadBy.map(({ id }) => id)).toEqual([await postOf('petugas')])
    const other = office.reporter({ ...receipt, trackingCode: 'AAAA-AAAA-AAAA-AAAA-AAAA' })
    expect(await refusalIn(other.post('/reading-posts', { notReadBy: [] }))).toBe('404 complaint/not-found')
    expect((await reporter.post('/reading-posts', { notReadBy: [await postOf('verifikator')] })).status).toBe(201)
    expect(await statusOf('petugas', receipt.number)).toBe(200)
    expect(await statusOf('verifikator', receipt.number)).toBe(404)
    const { history } = await reporter.follow()
    expect(history.map(({ event }) => event)).toContain('readers_chosen')
  })
})
