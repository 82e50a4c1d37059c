import { describe, expect, it } from 'vitest'
import { linksFrom } from '../../../service/http/links.ts'
import { listWording } from '../../../service/offices/wording/read-wording.ts'
import { setNoticeLevel } from '../../../service/offices/wording/set-notice-level.ts'
import { openWordingStore } from '../../../service/offices/wording/wording-store.ts'
import { MINUTE, plusMilliseconds } from '../../../service/shared/instant.ts'
import { aDesk, staffWith } from '../../support/a-desk.ts'
import { anOpenHouse } from '../../support/a-vault.ts'
import { laterRefusalOf } from '../../support/refused.ts'

async function anAdmin(minutesAgo: number) {
  const { ports } = await aDesk()
  const { store } = await anOpenHouse()
  const confirmedAt = plusMilliseconds(ports.now(), -minutesAgo * MINUTE)
  return {
    ports: { ...ports, wordings: await openWordingStore(store), links: linksFrom('https://aduan.example') },
    admin: { ...staffWith(['tenant_admin']), confirmedAt },
  }
}

describe('an admin who proved long ago who they are', () => {
  it('cannot have a channel carry more, and it is as it was', async () => {
    const { ports, admin } = await anAdmin(11)
    const change = setNoticeLevel(ports, admin, { channel: 'sms', level: 'with_status' })
    expect(await laterRefusalOf(change)).toBe('session/confirmation-needed')
    expect((await listWording(ports, admin)).levels.sms).toBe('number_and_link')
  })

  it('can have it carry less', async () => {
    const { ports, admin } = await anAdmin(11)
    const { levels } = await setNoticeLevel(ports, admin, { channel: 'letter', level: 'number_and_link' })
    expect(levels.letter).toBe('number_and_link')
  })
})

it('an admin who has just proved who they are has a channel carry more', async () => {
  const { ports, admin } = await anAdmin(9)
  const { levels } = await setNoticeLevel(ports, admin, { channel: 'sms', level: 'with_content' })
  expect(levels).toMatchObject({ sms: 'with_content', email: 'number_and_link' })
})
