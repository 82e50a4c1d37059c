import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { AwsClient } from 'aws4fetch'
import { StoreUnavailable } from '../../storage/collection.ts'

/** The bucket does not answer, or not understandably. */
export class BucketUnavailable extends StoreUnavailable {}

/** The bucket refuses the keys, or what is done with them. */
export class BucketRefused extends Error {}

const keysBeside = {
  EVIDENCE_S3_URL: 'EVIDENCE_S3_ACCESS_KEY, EVIDENCE_S3_SECRET_KEY, EVIDENCE_S3_REGION',
  BACKUP_S3_URL: 'key, secret and region in it',
} as const
export type BucketSetting = keyof typeof keysBeside

interface Question {
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Buffer
}

export interface Bucket {
  /** The prefix of our objects in the bucket. */
  readonly prefix: string
  /**
   * @param key of an object below the prefix; empty for the bucket itself
   * @throws BucketUnavailable after some tries, Error with `code` `ENOENT` for a missing object, Error with a
   * sentence if the keys are refused
   */
  ask(method: 'GET' | 'PUT' | 'POST' | 'DELETE', key: string, question?: Question): Promise<Response>
}

const TRIES = 4
const FIRST_PAUSE = 200

/** Milliseconds until an answer begins, including the sending of a part of 8 MiB. */
const PATIENCE = 60_000

/** @param setting under which the operator gave the place, for sentences */
export function openBucket({ url, region, accessKey, secretKey }: BucketPlace, setting: BucketSetting): Bucket {
  const client = new AwsClient({
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    region,
    service: 's3',
    retries: 0,
  })
  const { origin, pathname } = new URL(url)
  const [, bucket = '', ...below] = pathname.split('/')
  const prefix = below.map((part) => `${part}/`).join('')

  async function askOnce(method: string, key: string, { query = {}, headers = {}, body }: Question): Promise<Response> {
    const address = new URL(`${origin}/${bucket}${key ? `/${prefix}${key}` : ''}`)
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
    const sum = createHash('sha256')
      .update(body ?? '')
      .digest('hex')
    const patience = new AbortController()
    const timer = setTimeout(() => patience.abort(new Error('No answer came.')), PATIENCE)
    const answer = await client
      .fetch(address.toString(), {
        method,
        headers: { ...headers, 'X-Amz-Content-Sha256': sum },
        ...(body && { body: new Uint8Array(body) }),
        signal: patience.signal,
      })
      .catch((cause: unknown) => {
        throw new BucketUnavailable(`The bucket of ${setting} cannot be reached.`, { cause })
      })
      // The time-out ends here, because a reader may take any time for the bytes.
      .finally(() => clearTimeout(timer))
    if (answer.ok) return answer
    const refusal = `${method} answered ${answer.status}: ${(await answer.text().catch(() => '')).slice(0, 300)}`
    if (answer.status === 404) throw Object.assign(new Error(refusal), { code: 'ENOENT' })
    if (answer.status === 401 || answer.status === 403) {
      throw new BucketRefused(
        `The bucket of ${setting} refuses us. Check ${keysBeside[setting]}, their rights and the clock of this machine.`,
        { cause: new Error(refusal) },
      )
    }
    throw answer.status >= 500 || answer.status === 429 ? new BucketUnavailable(refusal) : new Error(refusal)
  }

  return {
    prefix,
    async ask(method, key, question = {}) {
      for (let tries = 1; ; tries++) {
        try {
          return await askOnce(method, key, question)
        } catch (cause) {
          if (!(cause instanceof BucketUnavailable) || tries === TRIES) throw cause
          await pause(FIRST_PAUSE * 2 ** (tries - 1) * (0.5 + Math.random() / 2))
        }
      }
    },
  }
}

export interface BucketPlace {
  /** The bucket, with a path for our objects if there is one: `https://s3.example/bucket/evidence`. */
  readonly url: string
  readonly region: string
  readonly accessKey: string
  readonly secretKey: string
}
