/** Says why somebody at the desk waits. It comes only when it is needed. */
export const busyWords = {
  id: 'Layanan sedang ramai. Permintaan Anda dikirim lagi dengan sendirinya.',
  en: 'The service has much to do. Your request is being sent again by itself.',
} as const
