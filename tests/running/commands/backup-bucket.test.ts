import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBucketAddress } from '../../../service/adapters/s3/bucket.ts'
import { aFolderForData, aRunningService } from '../../support/a-running-service.ts'
import { aduan } from '../../support/an-aduan-command.ts'
import { unitAt } from '../../support/an-office.ts'
import { aPng } from '../../support/some-files.ts'
import { startStandInS3 } from '../../support/stand-in-s3.ts'

let s3: Awaited<ReturnType<typeof startStandInS3>>
beforeAll(async () => {
  s3 = await startStandInS3()
})
afterAll(() => s3.close())

const address = () => s3.place.url.replace('://', `://${s3.place.accessKey}:${s3.place.secretKey}@`)
const today = () => new Date().toISOString().slice(0, 10)

describe('a backup in a bucket', () => {
  it('is sent whole, removed here, fetched again and is the same office; an interrupted one is sent anew', async () => {
    const places = await aFolderForData()
    const service = await aRunningService({ DATA_DIR: join(places, 'data'), LIMITS: 'off' })
    const office = unitAt(service.url)
    const { id } = (await (await office.upload('loket.png', aPng)).json()) as { id: string }
    const receipt = await office.file({ evidence: [id] })
    const settings = { DATA_DIR: service.folder, BACKUP_S3_URL: address() }

    const elsewhere = { ...settings, BACKUP_S3_URL: address().replace('/bukti/', '/belum-ada/') }
    const missed = await aduan(elsewhere, 'backup')
    expect([missed.code, missed.err]).toEqual([1, expect.stringContaining('The bucket of BACKUP_S3_URL is not there')])
    expect([s3.objects.size, (await readdir(service.folder)).includes('backup-on-its-way')]).toEqual([0, false])
    // It ends on the way: a bucket without a manifest holds no backup.
    s3.refuses = /SHA256SUMS$/
    const broken = await aduan(settings, 'backup')
    expect(broken.code).toBe(1)
    expect([...s3.objects.keys()].filter((key) => key.endsWith('manifest.json'))).toEqual([])
    s3.refuses = null

    const made = await aduan(settings, 'backup')
    expect([made.code, made.err]).toEqual([0, ''])
    expect(made.out).toContain(`sent to     ${s3.place.url}/${today()}, and removed here`)
    expect(made.out).not.toContain(s3.place.secretKey)
    const keys = [...s3.objects.keys()].map((key) => key.replace('aduan/', ''))
    for (const part of ['manifest.json', 'SHA256SUMS', 'aduan.db', 'keys/aduan.db', `evidence/${id.slice(0, 2)}/${id}`])
      expect(keys).toContain(`${today()}/${part}`)
    expect(keys).toContain('erasures.json')
    expect(await readdir(join(service.folder, 'backup-on-its-way'))).toEqual(
      expect.not.arrayContaining([today(), `${today()}.unfinished`]),
    )
    const twice = await aduan(settings, 'backup')
    expect([twice.code, twice.err]).toEqual([1, expect.stringContaining(`has a backup ${today()} already`)])
    const key = (await readFile(join(service.folder, 'master.key'), 'utf8')).trim()
    await service.stop()

    const again = { DATA_DIR: join(places, 'lagi'), MASTER_KEY: key, BACKUP_S3_URL: address() }
    const none = await aduan(again, 'restore', 's3:2020-01-01')
    expect([none.code, none.err]).toEqual([11, expect.stringContaining('no whole backup 2020-01-01')])
    const restored = await aduan(again, 'restore', `s3:${today()}`)
    expect([restored.code, restored.err, restored.out]).toEqual([0, '', expect.stringContaining('bit for bit')])
    expect(await readdir(places)).not.toContain('lagi.fetched')
    const second = unitAt((await aRunningService({ DATA_DIR: again.DATA_DIR, MASTER_KEY: key, LIMITS: 'off' })).url)
    expect(await second.reporter(receipt).follow()).toMatchObject({ number: receipt.number })
    expect((await second.reporter(receipt).get(`/evidence/${id}`)).status).toBe(200)
  })

  it('of a bucket that was tampered with leads nowhere else, and changes nothing', async () => {
    const places = await aFolderForData()
    const sums = `${'0'.repeat(64)}  ../../di-luar\n`
    s3.objects.set('aduan/jahat/SHA256SUMS', Buffer.from(sums))
    s3.objects.set('aduan/jahat/manifest.json', Buffer.from('{}'))
    s3.objects.set('aduan/jahat/../../di-luar', Buffer.from('isi'))
    const settings = { DATA_DIR: join(places, 'data'), MASTER_KEY: Buffer.alloc(32, 1).toString('base64') }
    const { code, err } = await aduan({ ...settings, BACKUP_S3_URL: address() }, 'restore', 's3:jahat')
    expect([code, err]).toEqual([1, expect.stringContaining('does not belong there')])
    expect((await readdir(places)).filter((name) => name !== 'data.fetched')).toEqual([])
  })
})

describe('the address of a bucket', () => {
  it('is read as people write it, with the secret as the provider gives it', () => {
    const place = { url: 'https://s3.example/bucket/aduan', region: 'us-east-1', accessKey: 'AK', secretKey: 'a/b+c=' }
    expect(readBucketAddress('https://AK:a/b+c=@s3.example/bucket/aduan')).toEqual(place)
    expect(readBucketAddress('https://AK:a%2Fb%2Bc%3D@s3.example/bucket/aduan/')).toEqual(place)
    expect(readBucketAddress('https://AK:a/b+c=@s3.example/bucket/aduan?region=id-jkt-1')).toEqual({
      ...place,
      region: 'id-jkt-1',
    })
  })

  it.each([
    's3://bucket',
    'https://s3.example/bucket',
    'https://AK:s@s3.example',
    'https://AK@s3.example/bucket',
    'https://AK:s@s3.example/bucket/../lain',
    'https://AK:s@s3.example/bucket?x=1',
  ])('%s is none', (text) => expect(readBucketAddress(text)).toBeNull())
})
