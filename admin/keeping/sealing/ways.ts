import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { type Bytes, fromBase64Url, toBase64Url, utf8 } from '../../../service/sealing/bytes.ts'
import {
  combineShares,
  newSalt,
  type RecoveryShare,
  rowsOf,
  SHORTEST_PASSPHRASE,
  shareFromWords,
  unwrapByPasskey,
  unwrapByPassphrase,
  wordsIn,
  wrapByPasskey,
  wrapByPassphrase,
} from '../../../service/sealing/wrapped-key.ts'
import { nullIfGivenUp } from '../../api/passkeys.ts'
import { PageElement } from '../../page/page-element.ts'
import sealingWording from '../../texts/sealing.json'
import { selectField, textField } from '../../ui/field.ts'
import { fields, formGrid } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'
import './sheet-camera.ts'
import type { SealingView } from '../../../service/contract/unit.ts'
import { type OpeningKey, openingKey } from '../../../service/sealing/unit-key.ts'
import type { WrappedUnitKey } from '../../api/wire.ts'
import { FormElement } from '../../page/form-element.ts'

/**
 * A secret that an authenticator gives for a salt, and for nothing else (WebAuthn PRF). The passkey is made for this
 * alone: the service neither knows nor asks for it.
 */
interface PrfResults {
  readonly prf?: { readonly enabled?: boolean; readonly results?: { readonly first?: BufferSource } }
}

/** `no-prf`: the authenticator has no such thing. `null`: the person thought better of it. */
type Given<What> = What | 'no-prf' | null

async function askAuthenticator(asked: Promise<Credential | null>): Promise<PublicKeyCredential | null> {
  const answer = await nullIfGivenUp(asked)
  return answer instanceof PublicKeyCredential ? answer : null
}

/** A browser that waits for a device which has no such passkey says so only after so many milliseconds. */
const PATIENCE = 60_000

const challenge = () => crypto.getRandomValues(new Uint8Array(32))

export interface PrfPasskey {
  /** Its id, base64url. */
  readonly credential: string
  /** 32 bytes. */
  readonly prf: Bytes
}

const askedFor = (salt: string) => ({ prf: { eval: { first: utf8(salt) } } })

function resultsOf(credential: PublicKeyCredential) {
  const { prf }: PrfResults = credential.getClientExtensionResults() as PrfResults
  const first = prf?.results?.first
  if (!first) return { enabled: prf?.enabled === true, secret: null }
  const bytes = ArrayBuffer.isView(first) ? (first.buffer.slice(0) as ArrayBuffer) : first
  return { enabled: true, secret: new Uint8Array(bytes) }
}

/** Makes a passkey. Where the device gives its secret only to one that is there already, the person is asked twice. */
export async function makePrfPasskey(unit: string, salt: string): Promise<Given<PrfPasskey>> {
  const made = await askAuthenticator(
    navigator.credentials.create({
      publicKey: {
        challenge: challenge(),
        timeout: PATIENCE,
        rp: { name: unit },
        user: { id: crypto.getRandomValues(new Uint8Array(16)), name: `segel ${unit}`, displayName: `Segel ${unit}` },
        pubKeyCredParams: [
          { type: 'public-key', alg: -7 },
          { type: 'public-key', alg: -257 },
        ],
        authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
        extensions: askedFor(salt),
      },
    }),
  )
  if (!made) return null
  const { enabled, secret } = resultsOf(made)
  if (!enabled) return 'no-prf'
  const credential = toBase64Url(new Uint8Array(made.rawId))
  const prf = secret ?? (await secretOfPasskey(credential, salt))
  return prf instanceof Uint8Array ? { credential, prf } : prf
}

export async function secretOfPasskey(credential: string, salt: string): Promise<Given<Bytes>> {
  const id = fromBase64Url(credential)
  if (!id) return 'no-prf'
  const shown = await askAuthenticator(
    navigator.credentials.get({
      publicKey: {
        challenge: challenge(),
        timeout: PATIENCE,
        allowCredentials: [{ type: 'public-key', id }],
        userVerification: 'required',
        extensions: askedFor(salt),
      },
    }),
  )
  return shown && (resultsOf(shown).secret ?? 'no-prf')
}

/** Takes the words of a recovery sheet, typed or from its QR code, and shows the check digits of each row. */
@customElement('share-field')
export class ShareField extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
      }
      textarea {
        font-family: ui-monospace, monospace;
      }
    `,
  ]

  @property() label = ''
  @state() text = ''
  @state() private said = ''
  @state() private isScanning = false

  override render() {
    const wording = sealingWording(this.wording)
    return html`
      ${textField({
        name: 'words',
        label: this.label,
        hint: wording.shareHint,
        rows: 4,
        value: this.text,
        written: this.write,
      })}
      <p role="status" class="small">${this.said}</p>
      ${
        this.isScanning
          ? html`<sheet-camera label=${wording.scanning} @sheet-read=${this.take} @camera-refused=${this.giveUp}></sheet-camera>`
          : nothing
      }
      <div><button type="button" aria-expanded=${this.isScanning} @click=${this.toggle}>${icons.image}${this.isScanning ? wording.stopScanning : wording.scan}</button></div>
    `
  }

  private readonly write = (text: string) => {
    const wording = sealingWording(this.wording)
    this.text = text
    const rows = rowsOf(wordsIn(text)).map(({ check }, at) => wording.rowCheck({ index: at + 1, check }))
    this.said = rows.length > 0 ? wording.compare({ rows: rows.join(' · ') }) : ''
  }

  private toggle() {
    this.isScanning = !this.isScanning
  }

  private take({ detail }: CustomEvent<string>) {
    this.isScanning = false
    this.text = wordsIn(detail).join(' ')
    this.said = sealingWording(this.wording).scanned
  }

  private giveUp() {
    this.isScanning = false
    this.said = sealingWording(this.wording).noCamera
  }
}

type SealingWording = ReturnType<typeof sealingWording>

export type Key = SealingView['keys'][number]
export type Way = Key['ways'][number]

export class ShownFailure extends Error {}

export type Wrap = (secret: Bytes, keyId: string) => Promise<WrappedUnitKey>

export function wrapWithPassphrase(passphrase: string, again: string, wording: SealingWording): Wrap {
  if ([...passphrase.trim()].length < SHORTEST_PASSPHRASE)
    throw new ShownFailure(wording.tooShort({ least: SHORTEST_PASSPHRASE }))
  if (passphrase !== again) throw new ShownFailure(wording.notSame)
  return (secret, keyId) => wrapByPassphrase(secret, keyId, passphrase)
}

/** Lets the browser make a passkey for this key alone, once there is a key to wrap. */
export const wrapWithPasskey =
  (unit: string, wording: SealingWording): Wrap =>
  async (secret, keyId) => {
    const salt = newSalt()
    const passkey = given(await makePrfPasskey(unit, salt), wording)
    return wrapByPasskey(secret, keyId, { salt, ...passkey })
  }

function given<What>(answer: What | 'no-prf' | null, wording: SealingWording): Exclude<What, 'no-prf' | null> {
  if (answer === 'no-prf') throw new ShownFailure(wording.noPrf)
  if (answer === null) throw new ShownFailure(wording.givenUp)
  return answer as Exclude<What, 'no-prf' | null>
}

export interface OpenKey {
  readonly secret: Bytes
  readonly opening: OpeningKey
}

async function openedWith(secret: Bytes | null, key: Key, otherwise: string): Promise<OpenKey> {
  const opening = secret && (await openingKey(secret, key.publicKey))
  if (!secret || !opening) throw new ShownFailure(otherwise)
  return { secret, opening }
}

export async function openByWay(
  key: Key,
  { wrapped }: Way,
  passphrase: string,
  wording: SealingWording,
): Promise<OpenKey> {
  if (wrapped.way === 'passphrase') {
    return openedWith(await unwrapByPassphrase(wrapped, key.id, passphrase), key, wording.wrongPassphrase)
  }
  const prf = given(await secretOfPasskey(wrapped.credential, wrapped.salt), wording)
  return openedWith(await unwrapByPasskey(wrapped, key.id, prf), key, wording.wrongPasskey)
}

export async function openByShares(
  key: Key,
  typed: readonly [string, string],
  wording: SealingWording,
): Promise<OpenKey> {
  if (typed.some((text) => text.trim() === '')) throw new ShownFailure(wording.emptySheet)
  const [one, other] = [await readShare(typed[0], key.id, wording), await readShare(typed[1], key.id, wording)]
  const secret = await combineShares(one, other)
  if (!secret) throw new ShownFailure(wording.sameSheet)
  return openedWith(secret, key, wording.wrongShares)
}

export async function readShare(typed: string, keyId: string, wording: SealingWording): Promise<RecoveryShare> {
  const read = await shareFromWords(typed, keyId)
  if (!('why' in read)) return read
  throw new ShownFailure(
    read.why === 'unreadable-word' ? wording.unreadable({ word: read.word }) : wording.misread[read.why],
  )
}

const RECOVERY = 'recovery'

/** Opens a key in this page: by one of its ways, or by two recovery sheets. Nothing of it leaves the page. */
@customElement('unlock-key')
export class UnlockKey extends FormElement {
  static override styles = [FormElement.styles, formGrid]

  @property({ attribute: false }) key!: Key
  @property({ attribute: false }) take!: (open: OpenKey) => Promise<void>
  @state() private by: string | undefined

  override explain(error: unknown) {
    return error instanceof ShownFailure ? error.message : super.explain(error)
  }

  override render() {
    const wording = sealingWording(this.wording)
    const { formats } = this.wording
    return html`<form novalidate @submit=${this.onSubmit}>
      ${selectField({
        name: 'by',
        label: wording.unlockBy,
        value: this.chosen,
        chosen: (by) => {
          this.by = by
        },
        options: [
          ...this.ways.map(({ id, by, at, wrapped }) => ({
            value: id,
            label: wording.wayOf({ way: wording.way[wrapped.way], by, day: formats.day(at) }),
          })),
          { value: RECOVERY, label: wording.recovery },
        ],
      })}
      ${this.renderAsked()} ${this.attempt.render()}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${this.attempt.isBusy ? wording.unlocking : wording.unlock}</button></div>
    </form>`
  }

  private renderAsked() {
    const wording = sealingWording(this.wording)
    if (this.chosen === RECOVERY) {
      return html`<share-field label=${wording.share({ place: 1 })}></share-field><share-field label=${wording.share({ place: 2 })}></share-field>`
    }
    return this.way?.wrapped.way === 'passphrase'
      ? textField({ name: 'passphrase', label: wording.passphrase, type: 'password', focusFirst: true })
      : nothing
  }

  /** One's own first. */
  private get ways() {
    return this.key.ways.toSorted((one, other) => Number(other.own) - Number(one.own))
  }

  private get chosen(): string {
    return this.by ?? this.ways[0]?.id ?? RECOVERY
  }

  private get way() {
    return this.key.ways.find(({ id }) => id === this.chosen)
  }

  protected override findMistakes() {
    return {}
  }

  protected async send(written: FormData) {
    const wording = sealingWording(this.wording)
    const [one, other] = [...this.renderRoot.querySelectorAll<ShareField>('share-field')].map(({ text }) => text)
    const { way, key } = this
    const open = way
      ? await openByWay(key, way, String(written.get('passphrase') ?? ''), wording)
      : await openByShares(key, [one ?? '', other ?? ''], wording)
    await this.take(open)
  }
}
