import type { DemoSite } from './demo-site.ts'

export const bagianOrganisasiSite: DemoSite = {
  slug: 'bagian-organisasi',
  look: 'navy',
  mode: 'inline',
  crest: 'crest',
  headline: {
    id: 'Organisasi yang tertata, pelayanan yang terasa',
    en: 'A well-ordered administration that people can feel',
  },
  welcome: {
    id: 'Kami menata kelembagaan, tata laksana, dan mutu pelayanan publik di lingkungan sekretariat daerah.',
    en: 'We look after the structure, the procedures and the quality of public service in the regional secretariat.',
  },
  services: [
    {
      title: { id: 'Kelembagaan', en: 'Structure' },
      text: {
        id: 'Susunan organisasi, tugas, dan fungsi perangkat daerah.',
        en: 'Organisation, tasks and functions of the regional offices.',
      },
    },
    {
      title: { id: 'Tata laksana', en: 'Procedures' },
      text: {
        id: 'Standar operasional, tata naskah dinas, dan peta proses kerja.',
        en: 'Operating standards, official documents and process maps.',
      },
    },
    {
      title: { id: 'Pelayanan publik', en: 'Public service' },
      text: {
        id: 'Standar pelayanan, maklumat, dan survei kepuasan masyarakat.',
        en: 'Service standards, service pledges and satisfaction surveys.',
      },
    },
    {
      title: { id: 'Kinerja organisasi', en: 'Performance' },
      text: {
        id: 'Perencanaan, pengukuran, dan laporan kinerja tahunan.',
        en: 'Planning, measuring and reporting performance each year.',
      },
    },
  ],
  news: [
    {
      day: '2026-11-20',
      title: {
        id: 'Standar pelayanan loket diperbarui setelah forum warga',
        en: 'Counter service standards revised after a citizens’ forum',
      },
      text: {
        id: 'Dua puluh tujuh masukan warga menjadi dasar perubahan jam layanan dan alur antrean.',
        en: 'Twenty-seven suggestions led to new opening hours and a new queue.',
      },
    },
    {
      day: '2026-11-12',
      title: {
        id: 'Survei kepuasan masyarakat semester dua dibuka',
        en: 'Satisfaction survey for the second half-year opens',
      },
      text: {
        id: 'Isian hanya perlu tiga menit dan tidak meminta nama.',
        en: 'It takes three minutes and asks for no name.',
      },
    },
    {
      day: '2026-11-03',
      title: {
        id: 'Pelatihan menulis prosedur kerja yang mudah dipahami',
        en: 'Training in writing procedures that people understand',
      },
      text: {
        id: 'Peserta dari dua belas perangkat daerah menyusun ulang prosedurnya masing-masing.',
        en: 'People from twelve offices rewrote the procedures of their own.',
      },
    },
  ],
  complaintHeading: { id: 'Pengaduan masyarakat', en: 'Complaints' },
  complaintText: {
    id: 'Ada pelayanan kami yang keliru, atau petugas yang meminta imbalan? Sampaikan di sini. Identitas Anda kami jaga.',
    en: 'Did our service go wrong, or did an officer ask for a reward? Tell us here. We keep your identity safe.',
  },
}
