/** Whether everything is tried (`npm test -- --all`); the daily run takes a part of what takes minutes. */
export const isEverythingTried = process.env['ANNUAL_REPORT_TEST_ALL'] !== undefined;
