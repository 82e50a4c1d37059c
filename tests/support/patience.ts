/** How long a test waits, in milliseconds: longer where `npm run test:mongo` has it wait for a slow server. */
export const patience = (milliseconds: number): number => milliseconds * Number(process.env.TEST_PATIENCE ?? 1)
