import { css } from 'lit'
import { columnOf } from '../../page/page-column.ts'

export const embedLooks = css`
  ${columnOf(960)}
  h2,
  dd,
  li {
    overflow-wrap: anywhere;
  }
  .verdicts {
    display: grid;
    gap: 14px;
  }
  dt {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    font-weight: 650;
  }
  dd {
    padding-inline-start: 28px;
    max-inline-size: 75ch;
  }
  .good .icon {
    color: var(--ok);
  }
  .poor .icon {
    color: var(--warn);
  }
  .bad .icon {
    color: var(--danger);
  }
  pre {
    overflow-x: auto;
    margin: 4px 0 8px;
    padding: 12px;
    border-radius: var(--radius);
    background: var(--ground);
    white-space: pre-wrap;
  }
  .seen li {
    padding: 12px 0;
  }
  .seen li + li {
    border-block-start: 1px solid var(--line);
  }
  .seen .icon {
    margin-inline-end: 6px;
    vertical-align: text-bottom;
  }
`

/** Sentences about the key of a page, by `check.finding`. */
export const sealingFindings = {
  id: {
    'sealing.held': () => 'Halaman memegang kunci yang berlaku (sealing-key).',
    'sealing.not_held': () =>
      'Halaman tidak menyebut kunci segel. Salin cuplikan yang baru, agar identitas hanya disegel dengan kunci kantor ini.',
    'sealing.not_next': () =>
      'Halaman belum mengenal kunci yang menunggu. Tambahkan kode pemeriksanya di sealing-key sebelum kunci itu dipastikan; bila tidak, identitas akan ditolak.',
    'sealing.unreadable': () =>
      'Isi sealing-key bukan kode pemeriksa, jadi semua identitas ditolak. Salin ulang cuplikan.',
    'sealing.other_key': () =>
      'Halaman menyebut kunci lain dari yang berlaku, jadi semua identitas ditolak. Salin ulang cuplikan.',
  },
  en: {
    'sealing.held': () => 'The page holds to the key that is in force (sealing-key).',
    'sealing.not_held': () =>
      'The page names no sealing key. Copy the snippet anew, so that identities are sealed to this office’s key only.',
    'sealing.not_next': () =>
      'The page does not know the key that waits. Add its fingerprint to sealing-key before that key is confirmed; otherwise identities will be refused.',
    'sealing.unreadable': () =>
      'What stands in sealing-key is no fingerprint, so every identity is refused. Copy the snippet anew.',
    'sealing.other_key': () =>
      'The page names another key than the one in force, so every identity is refused. Copy the snippet anew.',
  },
}
