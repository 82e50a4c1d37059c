import { sha256 } from '@noble/hashes/sha2.js'

/** The page contains a hidden sentence for each verdict and shows the one that applies. */
type Verdict = 'unaltered' | 'altered' | 'another' | 'notPdf' | 'unreadable'

/** A receipt has some tens of kilobytes; a larger file is not one, and is not read whole. */
const MOST_BYTES = 8_000_000

/** Compares a file with the hashes that the page lists. The file stays in the browser. */
async function judge(file: File, hashes: readonly string[], receiptId: string) {
  const start = await textOf(file.slice(0, 1024))
  if (!start.includes('%PDF-')) return { verdict: 'notPdf' } as const
  if (file.size > MOST_BYTES) return { verdict: 'altered' } as const
  const bytes = new Uint8Array(await file.arrayBuffer())
  const hash = [...sha256(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  if (hashes.includes(hash)) return { verdict: 'unaltered', hash } as const
  const named = receiptIn(new TextDecoder('latin1').decode(bytes))
  return named && named !== receiptId
    ? ({ verdict: 'another', hash, named } as const)
    : ({ verdict: 'altered', hash } as const)
}

const textOf = async (blob: Blob): Promise<string> => new TextDecoder('latin1').decode(await blob.arrayBuffer())

/** Finds the signature in a receipt's properties: three parts, of which the second holds what is signed. */
const signatureIn = (pdf: string) => /eyJ[\w-]+\.(eyJ[\w-]+)\.[\w-]{86}/.exec(pdf)

/** Returns the id in the signature in a receipt's properties; `null` if there is none. */
function receiptIn(pdf: string): string | null {
  const [, claims = ''] = signatureIn(pdf) ?? []
  try {
    const { receiptId } = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/')))
    return typeof receiptId === 'string' && /^[\w-]{8,64}$/.test(receiptId) ? receiptId : null
  } catch {
    return null
  }
}

function watch(section: HTMLElement, input: HTMLInputElement): void {
  const { hashes = '', receipt = '' } = section.dataset
  let latest = 0
  const show = (verdict: Verdict | null, file = '', hash = '', named = '') => {
    for (const verdictBox of section.querySelectorAll<HTMLElement>('[data-verdict]')) {
      verdictBox.hidden = verdictBox.dataset.verdict !== verdict
      for (const name of verdictBox.querySelectorAll('[data-file]')) name.textContent = file
      for (const line of verdictBox.querySelectorAll('[data-hash]')) line.textContent = hash
      for (const link of verdictBox.querySelectorAll('a')) link.href = `/verify/${named}`
    }
  }
  const check = async (file: File | null | undefined) => {
    if (!file) return
    const mine = ++latest
    show(null)
    const found = await judge(file, hashes.split(' '), receipt).catch(() => ({ verdict: 'unreadable' }) as const)
    if (mine !== latest) return
    show(found.verdict, file.name, 'hash' in found ? found.hash : '', 'named' in found ? found.named : '')
    // The same file can then be chosen again after a change.
    input.value = ''
  }
  input.addEventListener('change', () => void check(input.files?.item(0)))
  section.addEventListener('dragover', (event) => {
    event.preventDefault()
    section.classList.add('dragging')
  })
  section.addEventListener('dragleave', () => section.classList.remove('dragging'))
  section.addEventListener('drop', (event) => {
    event.preventDefault()
    section.classList.remove('dragging')
    void check(event.dataTransfer?.files.item(0))
  })
}

/** Sends the signature of the chosen receipt, and nothing else of the file. */
async function askAboutLost(form: HTMLFormElement, file: File | null | undefined): Promise<void> {
  if (!file) return
  const [signature] = file.size > MOST_BYTES ? [] : (signatureIn(await textOf(file).catch(() => '')) ?? [])
  const field = form.querySelector<HTMLInputElement>('[name=signature]')
  const unsigned = form.querySelector<HTMLElement>('[data-unsigned]')
  if (unsigned) unsigned.hidden = signature !== undefined
  if (!field || signature === undefined) return
  field.value = signature
  form.submit()
}

const lost = document.querySelector<HTMLFormElement>('[data-lost]')
const lostChooser = lost?.querySelector<HTMLElement>('[data-chooser]')
const lostFile = lost?.querySelector<HTMLInputElement>('[type=file]')
if (lost && lostChooser && lostFile) {
  lostFile.addEventListener('change', () => void askAboutLost(lost, lostFile.files?.item(0)))
  lostChooser.hidden = false
}

const section = document.querySelector<HTMLElement>('[data-hashes]')
const chooser = section?.querySelector<HTMLElement>('[data-chooser]')
const input = section?.querySelector('input')
if (section && chooser && input) {
  watch(section, input)
  chooser.hidden = false
  section.querySelector('details')?.removeAttribute('open')
}
