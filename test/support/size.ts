/**
 * How much a test tries: less in `npm test`, all of it in `npm run test:long`, which runs the same files again (vitest.long.config.ts).
 * What a test says holds for either number.
 */
export const sized = (fast: number, long: number): number => (process.env.TEST_SIZE === 'long' ? long : fast);
