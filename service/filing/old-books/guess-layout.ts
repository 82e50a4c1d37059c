import { type BookField, bookFields } from '../../offices/old-book-vocabulary.ts'

/** Counted from 0. */
export type Columns = Readonly<Partial<Record<BookField, number>>>

export interface Layout {
  /** Counted from 1, as a spreadsheet does; 0 if there are no headings. */
  readonly headingRow: number
  readonly columns: Columns
}

/**
 * Headings of offices, SP4N-LAPOR!, osTicket and Zammad, the surest first. They are matched in lower case without
 * punctuation.
 */
const headings: Readonly<Record<BookField, readonly RegExp[]>> = {
  receivedOn: [
    /^(tgl|tanggal|hari tanggal|tanggal dan jam)( (surat|berkas))? ?(di)?(terima|masuk|lapor(an)?|pengaduan|aduan)/,
    /^(tgl|tanggal) (laporan|pengaduan|aduan) (masuk|diterima)/,
    /^(date )?created( at)?$|^date created|^received( at| on)?$/,
    /^(hari )?(tgl|tanggal)$/,
    /^(tgl|tanggal)\b(?!.*(selesai|tutup|jawab|tindak|kejadian|proses|lahir))/,
  ],
  oldNumber: [
    /^(no|nomor) (register|registrasi|reg|pengaduan|aduan|agenda|laporan|tiket|surat|berkas|kasus)/,
    /^ticket (number|id|no)|^tiket$|^tracking id$|^id (laporan|aduan|pengaduan|tiket)$/,
    /^register$|^number$|^#$/,
    /^(no|nomor|no urut|nomor urut)$/,
  ],
  category: [
    /^(kategori|jenis|klasifikasi|bidang)( (pengaduan|aduan|laporan|masalah))?$/,
    /^(help )?topic$|^category$|^group$/,
  ],
  channel: [
    /^(saluran|kanal|media|sumber|sarana)( (pengaduan|aduan|laporan|masuk))?$/,
    /^cara (lapor|penyampaian)/,
    /^source$|^create channel$|^channel$/,
  ],
  subject: [/^(perihal|hal|judul|pokok|subjek)( (pengaduan|aduan|laporan|masalah|surat))?$/, /^subject$|^title$/],
  story: [
    /^(isi|uraian|kronologi|kronologis|deskripsi|materi|substansi|ringkasan|rincian|detail)\b/,
    /^(pengaduan|aduan|laporan|keluhan|permasalahan|masalah)( (yang )?(disampaikan|diadukan))?$/,
    /^(message|description|body|article)$/,
  ],
  place: [/^(lokasi|tempat)( kejadian)?$/],
  reportedPerson: [/^(terlapor|teradu)|^(nama|pihak) (yang )?(terlapor|teradu|di(adu|lapor)kan)|^pihak terkait$/],
  name: [
    /^nama( lengkap)?( (pelapor|pengadu|pemohon|masyarakat))?$|^(pelapor|pengadu)$/,
    /^(from|customer|user)( name)?$/,
  ],
  address: [/^alamat( (pelapor|pengadu|lengkap|rumah))?$/],
  contact: [
    /^(kontak|no kontak|contact)( pelapor)?$|^(telp|telepon|hp) (dan|atau)? ?(email|surel)|^(identitas|alamat) kontak$/,
  ],
  phone: [/^(no|nomor)? ?(telp|telpon|telepon|hp|handphone|wa|whatsapp|ponsel)\b/, /^phone/],
  email: [/^(alamat )?(e ?mail|surel)( pelapor)?$|^from email$/],
  status: [/^(current )?status\b|^keadaan$|^posisi$|^progres+$|^state$/, /^(keterangan|ket)$/],
  answer: [/^(jawaban|tanggapan|tindak ?lanjut|hasil|penyelesaian|respon|disposisi)\b(?!.*(tgl|tanggal))/],
  closedOn: [
    /^(tgl|tanggal) (di)?(selesai|penyelesaian|tutup|jawab|jawaban|dijawab|tindak ?lanjut|ditutup)/,
    /^(date )?closed?( at| date)?$|^close at$/,
  ],
  laporId: [/^id (sp4n|lapor)|^(no|nomor) (sp4n|lapor)\b(?!an)|^sp4n/],
}

const plain = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/#/g, ' # ')
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim()

/** The surer of two headings for one field wins; the first wins if they are equal. */
export function guessColumns(cells: readonly string[]): Columns {
  const found: { field: BookField; column: number; sureness: number }[] = []
  for (const [column, cell] of cells.entries()) {
    const heading = plain(cell)
    if (heading === '' || heading.length > 60) continue
    for (const field of bookFields) {
      const sureness = headings[field].findIndex((pattern) => pattern.test(heading))
      if (sureness >= 0) found.push({ field, column, sureness })
    }
  }
  const columns: Partial<Record<BookField, number>> = {}
  const taken = new Set<number>()
  for (const { field, column } of found.toSorted((one, other) => one.sureness - other.sureness)) {
    if (columns[field] !== undefined || taken.has(column)) continue
    columns[field] = column
    taken.add(column)
  }
  return columns
}

/** Titles stand above the headings of many books, so this many rows are examined. */
export const LOOKED_AT = 20

/** The row with the most recognised headings is taken. */
export function guessLayout(rows: readonly (readonly string[])[]): Layout {
  let best: Layout = { headingRow: 0, columns: {} }
  for (const [at, row] of rows.slice(0, LOOKED_AT).entries()) {
    const columns = guessColumns(row)
    if (Object.keys(columns).length > Object.keys(best.columns).length) best = { headingRow: at + 1, columns }
  }
  return Object.keys(best.columns).length >= 2 ? best : { headingRow: 0, columns: {} }
}
